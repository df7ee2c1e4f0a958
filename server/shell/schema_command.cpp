#include "server/shell/schema_command.h"

#include "graph/schema_text.h"
#include "graph/store.h"
#include "query/sampled_keys.h"
#include "server/shell/shell.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace lintas::server {

namespace {

constexpr std::size_t most_patterns = 100;

using Rows = std::vector<std::vector<Value>>;

Value joined(const std::set<std::string>& keys) {
    return Value{fmt::format("{}", fmt::join(keys, ", "))};
}

Value count_value(std::uint64_t count) { return Value{static_cast<std::int64_t>(count)}; }

Rows label_rows(const Snapshot& graph) {
    std::map<std::string, std::vector<Value>> rows;
    const auto& labels = graph.symbols().labels;
    for (const auto& name : labels.all()) {
        const auto label = *labels.find(name);
        const auto count = graph.statistics().node_count(label);
        if (count == 0) continue;
        rows[name] = {Value{":" + name}, count_value(count),
                      joined(query::sampled_keys_of_label(graph, name))};
    }
    Rows ordered;
    for (auto& [name, row] : rows) ordered.push_back(std::move(row));
    return ordered;
}

std::string label_text(const Snapshot& graph, const LabelSet& labels) {
    std::string text;
    for (const auto label : labels) text += ":" + graph.symbols().labels.name(label);
    return "(" + text + ")";
}

Rows pattern_rows(const Snapshot& graph) {
    std::map<TypeId, Value> keys;
    std::map<std::string, std::vector<Value>> rows;
    for (const auto& [triple, count] : graph.statistics().relationships_of_triple) {
        const auto& [source, type, target] = triple;
        if (count == 0) continue;
        const auto& name = graph.symbols().types.name(type);
        if (!keys.contains(type)) keys[type] = joined(query::sampled_keys_of_type(graph, name));
        const auto text =
            fmt::format("{}-[:{}]->{}", label_text(graph, source), name, label_text(graph, target));
        rows[name + text] = {Value{text}, count_value(count), keys[type]};
    }
    Rows ordered;
    for (auto& [name, row] : rows)
        if (ordered.size() < most_patterns) ordered.push_back(std::move(row));
    return ordered;
}

std::string definitions(const Schema& schema) {
    std::string text;
    for (const auto& index : schema.indexes)
        if (!index.owned) text += create_statement(index) + "\n";
    for (const auto& constraint : schema.constraints) text += create_statement(constraint) + "\n";
    return text.empty() ? "No index and no constraint is defined\n" : text;
}

} // namespace

void show_schema(Shell& shell, const std::string&) {
    auto& session = shell.session();
    const auto graph = session.snapshot();
    session.write_table({"label", "nodes", "keys"}, label_rows(*graph), *graph);
    session.write("\n");
    session.write_table({"pattern", "relationships", "keys"}, pattern_rows(*graph), *graph);
    session.write("\n" + definitions(graph->schema()));
}

} // namespace lintas::server
