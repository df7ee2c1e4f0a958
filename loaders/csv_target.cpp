#include "loaders/csv_target.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace lintas::loaders {
namespace {

// Notes which node each id of the batch stands for.
void note_nodes(const CsvBatch& batch, const Nodes& added) {
    if (batch.group == nullptr || batch.ids.empty()) return;
    auto& nodes = batch.group->nodes;
    const auto greatest = *std::ranges::max_element(batch.ids);
    if (nodes.size() <= greatest) nodes.resize(std::size_t{greatest} + 1);
    for (std::size_t i = 0; i < added.size(); ++i) nodes[batch.ids[i]] = added[i];
}

class DirectTarget final : public CsvTarget {
public:
    explicit DirectTarget(BulkLoad& target) : target_{target} {}

    void add_nodes(const CsvBatch& batch) override {
        LabelSet labels;
        for (const auto& name : batch.names) labels.push_back(target_.label(name));
        std::ranges::sort(labels);
        labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
        Nodes added;
        target_.add_nodes(labels, batch.rows, batch.properties, added);
        note_nodes(batch, added);
    }
    void add_relationships(const CsvBatch& batch) override {
        target_.add_relationships(target_.type(batch.names.front()), batch.sources, batch.targets,
                                  batch.properties);
    }

private:
    BulkLoad& target_;
};

const Column* find_column(const CsvBatch& batch, KeyId key) {
    const auto found = std::ranges::find(batch.properties, key, &PropertyColumn::key);
    return found == batch.properties.end() ? nullptr : &found->column;
}

// The properties of one row, null ones as well.
std::vector<NamedValue> row_values(const CsvBatch& batch, std::size_t row) {
    std::vector<NamedValue> values;
    for (std::size_t i = 0; i < batch.task->keys.size(); ++i) {
        const auto key = batch.task->keys[i];
        if (!key) continue;
        const auto* column = find_column(batch, *key);
        values.push_back({batch.task->file.header.columns[i].name,
                          column == nullptr ? Value{} : column->value(row)});
    }
    return values;
}

// Between parsing and adding, NodeIds are numbers of staged nodes here.
class StagedTarget final : public CsvTarget {
public:
    explicit StagedTarget(Staging& staging) : staging_{staging} {}

    void add_nodes(const CsvBatch& batch) override {
        const auto id = *batch.task->file.header.find(ColumnRole::Id);
        const auto& property = batch.task->file.header.columns[id].name;
        const auto label = batch.names.empty() ? "" : batch.names.front();
        const auto prefix = fmt::format("csv\n{}\n{}\n", label, property);
        if (auto* old = staging_.old()) old->add_keys(label, property, prefix);
        const auto* ids = find_column(batch, *batch.task->keys[id]);
        Nodes added;
        for (std::size_t row = 0; row < batch.rows; ++row) {
            const auto value = ids->value(row);
            const auto text =
                value.is(ValueType::String) ? value.string() : std::to_string(value.integer());
            const auto node = staging_.node(prefix + text);
            for (const auto& name : batch.names) staging_.add_label(node, name);
            for (auto& [name, cell] : row_values(batch, row)) staging_.set(node, name, cell);
            added.push_back(NodeId{static_cast<std::uint32_t>(node)});
        }
        note_nodes(batch, added);
    }

    void add_relationships(const CsvBatch& batch) override {
        const auto& type = batch.names.front();
        auto& counts = counts_[type];
        for (std::size_t row = 0; row < batch.rows; ++row) {
            const auto source = raw(batch.sources[row]);
            const auto target = raw(batch.targets[row]);
            const auto nth = counts[std::uint64_t{source} << 32 | target]++;
            staging_.relate(type, StagedNode{source}, StagedNode{target}, row_values(batch, row),
                            nth);
        }
    }

private:
    Staging& staging_;
    // How often a type has joined two nodes.
    std::map<std::string, std::unordered_map<std::uint64_t, std::uint32_t>> counts_;
};

} // namespace

std::unique_ptr<CsvTarget> add_directly(BulkLoad& target) {
    return std::make_unique<DirectTarget>(target);
}

std::unique_ptr<CsvTarget> add_through(Staging& staging) {
    return std::make_unique<StagedTarget>(staging);
}

void check_can_be_found_again(const CsvTask& task) {
    if (task.file.header.is_relationships) return;
    const auto id = task.file.header.find(ColumnRole::Id);
    if (id && !task.file.header.columns[*id].name.empty()) return;
    throw Error{
        ErrorCode::Unsupported,
        fmt::format("The nodes of `{}` cannot be found again in a store that has data; give "
                    "its ID column a name, as in `id:ID(Person)`, or load into a new store",
                    task.source)};
}

} // namespace lintas::loaders
