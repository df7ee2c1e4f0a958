#include "graph/lmdb/merge_plan.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

constexpr std::uint64_t all_ids = std::uint64_t{1} << 32;

// The groups with room for all ids below `next`; new ones are mixed.
GroupList extended(GroupList groups, std::uint64_t next) {
    const auto begin_of = [](std::size_t group) { return std::uint64_t{group} << row_bits; };
    while (begin_of(groups.size()) < next) {
        const auto rows = std::min<std::uint64_t>(group_rows, next - begin_of(groups.size()));
        if (!groups.empty() && groups.back().owner == mixed_owner) groups.back().rows = group_rows;
        groups.push_back({mixed_owner, static_cast<std::uint32_t>(rows)});
    }
    if (!groups.empty() && groups.back().owner == mixed_owner) {
        const auto rows = next - begin_of(groups.size() - 1);
        if (rows <= group_rows)
            groups.back().rows = std::max(groups.back().rows, static_cast<std::uint32_t>(rows));
    }
    return groups;
}

class Planner {
public:
    explicit Planner(const State& state)
        : overlay_{state.overlay}, tables_{state.base->tables()}, names_{state.overlay.symbols()} {}

    MergePlan plan() {
        const auto next = overlay_.next();
        plan_.nodes = extended(tables_.groups(Entity::Node), next.node);
        plan_.relationships = extended(tables_.groups(Entity::Relationship), next.relationship);
        overlay_.nodes().for_each(0, all_ids, [this](std::uint32_t id, const NodePatch& patch) {
            if (patch.labels || !patch.exists) plan_.label_sets.insert(group_of(id));
            add_columns(Entity::Node, id, patch, plan_.node_columns);
        });
        for (const auto group : plan_.label_sets) plan_.nodes[group].owner = mixed_owner;
        overlay_.relationships().for_each(
            0, all_ids, [this](std::uint32_t id, const RelationshipPatch& patch) {
                if (patch.ends) plan_.ends.insert(group_of(id));
                add_columns(Entity::Relationship, id, patch, plan_.relationship_columns);
            });
        for (std::uint32_t type = 0; type < names_.types.all().size(); ++type)
            for (const auto direction : {Direction::Outgoing, Direction::Incoming})
                add_adjacency(TypeId{type}, direction);
        return std::move(plan_);
    }

private:
    // Of a deleted entity, all that it had.
    void add_columns(Entity entity, std::uint32_t id, const EntityPatch& patch,
                     std::set<GroupColumn>& columns) const {
        const auto group = group_of(id);
        for (const auto& [key, value] : patch.properties) columns.insert({key, group});
        if (patch.exists) return;
        for (std::uint32_t at = 0; at < names_.keys.all().size(); ++at) {
            const auto* table = tables_.properties(entity, KeyId{at});
            const auto* column = table ? table->find(group) : nullptr;
            if (column && column->find_item(row_of(id))) columns.insert({KeyId{at}, group});
        }
    }
    void add_adjacency(TypeId type, Direction direction) {
        const auto* lists = overlay_.lists(type, direction);
        if (lists == nullptr) return;
        constexpr auto none = OverlayTable<ListPatch>::no_group;
        for (auto group = lists->next_group(0); group != none;
             group = lists->next_group(group + 1)) {
            plan_.adjacency.insert({type, direction, group});
            if (direction == Direction::Outgoing) add_ends(type, group);
        }
    }
    // Ids that told by their place what they connect will not after their lists have changed.
    void add_ends(TypeId type, std::uint32_t group) {
        const auto* table = tables_.adjacency(type, Direction::Outgoing);
        const auto* lists = table ? table->find(group) : nullptr;
        if (lists == nullptr || !lists->is_consecutive()) return;
        const auto last = lists->first() + (lists->size() - 1);
        for (auto ends = group_of(lists->first()); ends <= group_of(last); ++ends)
            plan_.ends.insert(ends);
    }

    const Overlay& overlay_;
    const GraphTables& tables_;
    const Symbols& names_;
    MergePlan plan_;
};

} // namespace

MergePlan plan_merge(const State& state) { return Planner{state}.plan(); }

bool rewrites(const MergePlan& plan, const SegmentKey& key) {
    switch (key.kind) {
    case SegmentKind::Adjacency: {
        const auto direction = key.sub == 0 ? Direction::Outgoing : Direction::Incoming;
        return plan.adjacency.contains({TypeId{key.id}, direction, key.group});
    }
    case SegmentKind::Ends: return plan.ends.contains(key.group);
    case SegmentKind::LabelSets: return plan.label_sets.contains(key.group);
    case SegmentKind::NodeProperty: return plan.node_columns.contains({KeyId{key.id}, key.group});
    case SegmentKind::RelationshipProperty:
        return plan.relationship_columns.contains({KeyId{key.id}, key.group});
    case SegmentKind::Dictionary: return false;
    case SegmentKind::Groups: return true;
    }
    return false;
}

} // namespace lintas::lmdb
