#include "graph/lmdb/merge.h"

#include "graph/expect.h"
#include "graph/lmdb/merge_encoder.h"
#include "graph/lmdb/statistics_record.h"

#include <optional>

namespace lintas::lmdb {

namespace {

// Transactions of about bytes_a_step, each of which leaves a sound file.
class Steps {
public:
    Steps(const Environment& file, StoreHeader header, const GraphTables& tables,
          const MergeEncoder& encoder)
        : environment_{file}, header_{std::move(header)}, encoder_{encoder},
          nodes_{tables.groups(Entity::Node)}, relationships_{tables.groups(Entity::Relationship)} {
    }

    // The group is written, so that the list of groups may say so.
    void set_nodes(std::uint32_t group, Group after) { set(nodes_, group, after); }
    void set_relationships(std::uint32_t group, Group after) { set(relationships_, group, after); }

    void put(const Rewritten& rewritten) {
        auto& transaction = begun();
        const auto segments = table("seg");
        transaction.remove(segments, to_bytes(rewritten.first), to_bytes(rewritten.last));
        for (const auto& segment : rewritten.segments) {
            transaction.put(segments, to_bytes(segment.key), segment.bytes);
            bytes_ += segment.bytes.size();
        }
        if (bytes_ > bytes_a_step) commit();
    }
    void finish(std::uint64_t lsn, const Counts& counts) {
        begun();
        for (const auto& record : to_records(counts)) put_record(begun(), table("stat"), record);
        header_.next_lsn = lsn + 1;
        header_.merged_lsn = lsn;
        commit();
    }

private:
    static void set(GroupList& groups, std::uint32_t group, Group after) {
        expect(group <= groups.size(), "groups are written in their order");
        if (group == groups.size()) groups.emplace_back();
        groups[group] = after;
    }
    LmdbTransaction& begun() {
        if (!transaction_) transaction_.emplace(environment_, Access::Write);
        return *transaction_;
    }
    Table table(const char* name) { return transaction_->find_table(name).value(); }
    void commit() {
        for (const auto& record : to_records(encoder_.catalogue()))
            put_record(begun(), table("cat"), record);
        put_groups(Entity::Node, nodes_);
        put_groups(Entity::Relationship, relationships_);
        header_.transaction = begun().id();
        for (const auto& record : to_records(header_)) put_record(begun(), table("meta"), record);
        transaction_->commit();
        transaction_.reset();
        bytes_ = 0;
    }
    void put_groups(Entity entity, const GroupList& groups) {
        const auto segment = encode_groups(entity, groups);
        begun().put(table("seg"), to_bytes(segment.key), segment.bytes);
    }

    const Environment& environment_;
    StoreHeader header_;
    const MergeEncoder& encoder_;
    GroupList nodes_;
    GroupList relationships_;
    std::optional<LmdbTransaction> transaction_;
    std::size_t bytes_ = 0;
};

// By numbers of label sets; adds those that are new.
Counts counts_of(const Statistics& statistics, MergeEncoder& encoder) {
    Counts counts;
    for (const auto& [labels, count] : statistics.nodes_of_label_set)
        counts.nodes[encoder.number_of(labels)] = count;
    for (const auto& [triple, count] : statistics.relationships_of_triple) {
        const auto& [source, type, target] = triple;
        const auto source_set = encoder.number_of(source);
        counts.relationships[{source_set, raw(type), encoder.number_of(target)}] = count;
    }
    return counts;
}

} // namespace

void merge(const State& state, const Environment& file, const StoreHeader& header) {
    const auto plan = plan_merge(state);
    MergeEncoder encoder{state, plan};
    Steps steps{file, header, state.base->tables(), encoder};
    // First what makes groups known and tells ends: lists and columns may speak of all of them.
    for (const auto group : plan.label_sets) {
        const auto rewritten = encoder.label_sets(group);
        steps.set_nodes(group, plan.nodes[group]);
        steps.put(rewritten);
    }
    for (const auto group : plan.ends) {
        steps.set_relationships(group, plan.relationships[group]);
        steps.put(encoder.ends(group));
    }
    for (const auto& column : plan.node_columns) steps.put(encoder.node_column(column));
    for (const auto& column : plan.relationship_columns)
        steps.put(encoder.relationship_column(column));
    for (const auto& adjacency : plan.adjacency) steps.put(encoder.adjacency(adjacency));
    const OverlayReader reader{*state.base, state.overlay};
    steps.finish(state.version, counts_of(reader.statistics(), encoder));
}

std::uint64_t bytes_to_merge(const State& state) {
    const auto plan = plan_merge(state);
    std::uint64_t bytes = 0;
    for (const auto& segment : state.base->tables().segments())
        if (rewrites(plan, segment.key)) bytes += segment.bytes.size();
    return bytes;
}

} // namespace lintas::lmdb
