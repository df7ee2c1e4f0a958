#include "loaders/gml_load.h"

#include "graph/error.h"
#include "loaders/gml_reader.h"
#include "loaders/graph_target.h"
#include "loaders/shown_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::loaders {
namespace {

using Properties = std::vector<std::pair<std::string, Value>>;

class GmlFile {
public:
    GmlFile(const Input& input, const Loading& loading, GraphTarget& target)
        : input_{input}, loading_{loading}, target_{target},
          label_{label_or(loading.options, usual_label)}, type_{type_or(loading.options,
                                                                        usual_type)} {}

    void load(SourceReport& report) {
        const auto entries = read_gml(input_);
        std::uint64_t graphs = 0;
        for (const auto& entry : entries) {
            if (entry.key != "graph" || !entry.is_list) continue;
            if (++graphs > 1) fail(entry, "begins a second graph; one a file is read");
            load_graph(entry.list);
        }
        if (graphs == 0)
            throw Error{ErrorCode::Input, fmt::format("`{}` has no `graph [`", input_.name())};
        report.rows += nodes_ + edges_;
        report.counts.emplace_back("nodes", nodes_);
        report.counts.emplace_back("edges", edges_);
        loading_.progress.finish_file(input_.size, nodes_ + edges_);
    }

private:
    void load_graph(const GmlList& graph) {
        for (const auto& entry : graph)
            if (entry.key == "node" && entry.is_list) add_node(entry);
        for (const auto& entry : graph)
            if (entry.key == "edge" && entry.is_list) add_edge(entry);
    }

    void add_node(const GmlEntry& entry) {
        const auto id = identity(entry, "id");
        if (target_.find(label_, id))
            fail(entry, fmt::format("has a node whose `id` {} another one has", shown(id)));
        const auto node = target_.node(label_, id);
        for (auto& [name, value] : properties(entry.list))
            target_.set(node, name, std::move(value));
        ++nodes_;
    }

    void add_edge(const GmlEntry& entry) {
        const auto end = [&](std::string_view key) {
            const auto id = identity(entry, key);
            const auto node = target_.find(label_, id);
            if (!node)
                fail(entry,
                     fmt::format("has an edge whose `{}` {} is no node's `id`", key, shown(id)));
            return *node;
        };
        const auto from = end("source");
        const auto to = end("target");
        auto values = properties(entry.list);
        std::erase_if(values, [](const auto& property) {
            return property.first == "source" || property.first == "target";
        });
        target_.relate(type_, from, to, values);
        ++edges_;
    }

    Value identity(const GmlEntry& entry, std::string_view key) const {
        const auto found = std::ranges::find(entry.list, key, &GmlEntry::key);
        if (found == entry.list.end() || found->is_list)
            fail(entry, fmt::format("has no `{}`", key));
        if (!found->value.is(ValueType::Integer) && !found->value.is(ValueType::String))
            fail(*found, "needs a whole number or a text");
        return found->value;
    }

    static std::string shown(const Value& id) {
        return fmt::format("`{}`", id.is(ValueType::String) ? shown_text(id.string())
                                                            : std::to_string(id.integer()));
    }

    // The last of several values of one name counts.
    static Properties properties(const GmlList& list, const std::string& before = "") {
        Properties found;
        for (const auto& entry : list) {
            const auto name = before + entry.key;
            if (entry.is_list) {
                auto inner = properties(entry.list, name + ".");
                found.insert(found.end(), inner.begin(), inner.end());
            } else {
                found.emplace_back(name, entry.value);
            }
        }
        return found;
    }

    [[noreturn]] void fail(const GmlEntry& entry, std::string_view what) const {
        throw Error{ErrorCode::Input,
                    fmt::format("Line {} of `{}` {}", entry.line, input_.name(), what)};
    }

    const Input& input_;
    const Loading& loading_;
    GraphTarget& target_;
    std::string label_;
    std::string type_;
    std::uint64_t nodes_ = 0;
    std::uint64_t edges_ = 0;
};

} // namespace

bool recognises_gml(const Input& input) { return input.file_name().ends_with(".gml"); }

void load_gml(std::span<LoadingSource* const> sources, const Loading& loading) {
    for (auto* source : sources)
        for (const auto& input : source->inputs) {
            if (source->inputs.size() > 1 && !recognises_gml(input)) {
                source->report.ignored.push_back(input.name());
                loading.progress.finish_file(input.size, 0);
                continue;
            }
            // Each file has ids of its own.
            GraphTarget target{loading, "id"};
            GmlFile{input, loading, target}.load(source->report);
            target.finish();
        }
}

} // namespace lintas::loaders
