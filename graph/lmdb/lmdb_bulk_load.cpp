// The bulk load, declared in lmdb_store.h.
#include "graph/lmdb/lmdb_store.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "graph/lmdb/damage.h"
#include "graph/lmdb/lmdb_snapshot.h"
#include "graph/lmdb/load_file.h"
#include "graph/lmdb/node_loader.h"
#include "graph/lmdb/relationship_buffer.h"
#include "graph/lmdb/statistics_record.h"
#include "graph/lmdb/store_header.h"
#include "graph/lmdb/store_tables.h"
#include "graph/lmdb/store_writer.h"
#include "graph/lmdb/type_writer.h"
#include "graph/uuid.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <thread>

namespace lintas {

namespace {

using namespace lmdb;

constexpr std::size_t most_threads = 8;

std::size_t sorting_threads() {
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads);
}

class LmdbBulkLoad final : public BulkLoad {
public:
    LmdbBulkLoad(const std::filesystem::path& store, const BulkLoadOptions& options)
        : options_{options}, file_{store}, writer_{std::in_place, file_.path()},
          nodes_{*writer_, pool_, options.most_home_label_sets}, pool_{1} {}

    LabelId label(std::string_view name) override { return catalogue_.symbols.labels.add(name); }
    TypeId type(std::string_view name) override { return catalogue_.symbols.types.add(name); }
    KeyId key(std::string_view name) override { return catalogue_.symbols.keys.add(name); }

    void add_nodes(const LabelSet& labels, std::size_t rows,
                   std::span<const PropertyColumn> properties, Nodes& out) override {
        for (const auto label : labels)
            expect(raw(label) < catalogue_.symbols.labels.all().size(), "a label is known");
        nodes_.add(labels, rows, properties, catalogue_.symbols.keys, out);
    }

    void add_relationships(TypeId type, std::span<const NodeId> sources,
                           std::span<const NodeId> targets,
                           std::span<const PropertyColumn> properties) override {
        expect(raw(type) < catalogue_.symbols.types.all().size(), "a type is known");
        expect(sources.size() == targets.size(), "a relationship has a source and a target");
        expect_nodes(sources);
        expect_nodes(targets);
        buffers_.try_emplace(type, pool_)
            .first->second.add(sources, targets, properties, catalogue_.symbols.keys);
    }

    void set_schema(Schema schema) override { catalogue_.schema = std::move(schema); }
    void set_inspection(Inspect inspect) override { inspect_ = std::move(inspect); }
    void finish() override;

private:
    void expect_nodes(std::span<const NodeId> nodes) const {
        const auto& groups = nodes_.index().groups;
        expect(std::ranges::all_of(nodes, [&](NodeId node) { return holds(groups, raw(node)); }),
               "the ends of a relationship were added before it");
    }
    // Gives each type its ids: whole groups, so that a group has one type.
    GroupList number_types();
    void write_relationships();
    void write_type(TypeWriter& type, const RelationshipBuffer& buffer, TaskPool& pool);
    Counts counts();
    void inspect_loaded() const;

    BulkLoadOptions options_;
    LoadFile file_;
    std::optional<StoreWriter> writer_;
    Inspect inspect_;
    Catalogue catalogue_;
    std::map<TypeId, RelationshipBuffer> buffers_;
    std::map<TypeId, TypeWriter> types_;
    NodeLoader nodes_;
    TaskPool pool_; // its tasks use all above
};

GroupList LmdbBulkLoad::number_types() {
    GroupList groups;
    for (auto& [type, buffer] : buffers_) {
        if (buffer.size() == 0) continue;
        const auto needed = (buffer.size() + group_rows - 1) / group_rows;
        if (groups.size() + needed > group_rows)
            throw Error{ErrorCode::Limit, "The load has more than 4,294,967,296 relationships; the "
                                          "store allows no more"};
        const auto first = static_cast<std::uint32_t>(groups.size()) << row_bits;
        types_.try_emplace(type, type, buffer, first, nodes_.index(), *writer_);
        groups.resize(groups.size() + needed, {raw(type), group_rows});
        if (const auto last = buffer.size() % group_rows)
            groups.back().rows = static_cast<std::uint32_t>(last);
    }
    return groups;
}

void LmdbBulkLoad::write_type(TypeWriter& type, const RelationshipBuffer& buffer, TaskPool& pool) {
    type.write_outgoing();
    for (const auto key : buffer.keys())
        pool.add_urgent(TaskPool::Task{[&type, key] { type.write_property(key); }});
    pool.add_urgent(TaskPool::Task{[&type] { type.write_incoming(); }});
}

void LmdbBulkLoad::write_relationships() {
    TaskPool pool{sorting_threads()};
    // The largest first, so that no thread is left with it at the end.
    std::vector<TypeId> order;
    for (const auto& [type, writer] : types_) order.push_back(type);
    std::ranges::stable_sort(order, std::greater{},
                             [this](TypeId type) { return buffers_.at(type).size(); });
    for (const auto type : order)
        pool.add(TaskPool::Task{
            [this, type, &pool] { write_type(types_.at(type), buffers_.at(type), pool); }});
    pool.wait();
}

Counts LmdbBulkLoad::counts() {
    Counts counts;
    for (std::uint32_t set = 0; set < nodes_.counts().size(); ++set)
        if (nodes_.counts()[set] > 0) counts.nodes[set] = nodes_.counts()[set];
    for (auto& [type, writer] : types_)
        for (const auto& [pair, count] : writer.pairs())
            counts.relationships[{pair.first, raw(type), pair.second}] = count;
    return counts;
}

// Without LMDB, which would make a lock file for a file that is about to get another name.
void LmdbBulkLoad::inspect_loaded() const {
    const MappedFile mapped{file_.path()};
    const PageFile pages{mapped.bytes()};
    const Report report = [](const std::string& what) { throw_damaged(what); };
    PageWalk walk{pages, pages.newest(), false, report};
    const auto tables = walk_tables(walk, pages.newest(), report);
    inspect_(LmdbSnapshot{tables, pages.newest().transaction});
}

void LmdbBulkLoad::finish() {
    expect(writer_.has_value(), "a load is finished once");
    nodes_.close();
    for (auto& [type, buffer] : buffers_) buffer.close();
    pool_.wait();
    nodes_.finish();
    const auto groups = number_types();
    write_relationships();
    writer_->put(encode_groups(Entity::Relationship, groups));
    catalogue_.label_sets = nodes_.label_sets();
    StoreHeader header;
    header.made_by = options_.made_by;
    header.uuid = random_uuid();
    writer_->finish({to_records(catalogue_), to_records(counts()), [&](std::uint64_t transaction) {
                         header.transaction = transaction;
                         return to_records(header);
                     }});
    writer_.reset();
    if (inspect_) inspect_loaded();
    file_.publish();
}

} // namespace

std::unique_ptr<BulkLoad> begin_bulk_load(const std::filesystem::path& store,
                                          const BulkLoadOptions& options) {
    return std::make_unique<LmdbBulkLoad>(store, options);
}

} // namespace lintas
