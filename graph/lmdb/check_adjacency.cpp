#include "graph/lmdb/check_adjacency.h"

#include "graph/lmdb/label_pair_counter.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace lintas::lmdb {

namespace {

// The segments of one type, direction and group, which lie side by side in the order of keys.
template <typename Visit> void for_each_group(const GraphTables& tables, Visit visit) {
    const std::span all{tables.segments()};
    const auto same_group = [](const SegmentKey& one, const SegmentKey& two) {
        return std::tie(one.kind, one.sub, one.id, one.group) ==
               std::tie(two.kind, two.sub, two.id, two.group);
    };
    for (std::size_t begin = 0; begin < all.size();) {
        auto end = begin + 1;
        while (end < all.size() && same_group(all[begin].key, all[end].key)) ++end;
        if (all[begin].key.kind == SegmentKind::Adjacency) visit(all.subspan(begin, end - begin));
        begin = end;
    }
}

// Do all groups' segments fit together? Only then can they be read.
bool have_sound_shapes(const GraphTables& tables, const Report& report) {
    bool are_sound = true;
    for_each_group(tables, [&](std::span<const StoredSegment> parts) {
        const auto& key = parts.front().key;
        const auto group = AdjacencyGroup::read(parts);
        const bool is_outgoing = key.sub == 0;
        if (group && group->rows() == tables.groups(Entity::Node)[key.group].rows &&
            group->is_consecutive() == is_outgoing)
            return;
        are_sound = false;
        report(fmt::format("The parts of `{}` do not fit", to_text(key)));
    });
    return are_sound;
}

// The relationships of one type.
class TypeCheck {
public:
    TypeCheck(const GraphTables& tables, TypeId type, const Report& report)
        : tables_{tables}, nodes_{tables.groups(Entity::Node)}, type_{type}, report_{report} {}

    void run(Counts& counts) {
        if (!find_ids()) return;
        sources_.reserve(size_);
        targets_.reserve(size_);
        visit_groups(Direction::Outgoing, [this](std::uint32_t group, const AdjacencyGroup& lists) {
            check_outgoing(group, lists);
        });
        if (sources_.size() != size_) return report("has other sources than relationships");
        if (!is_sound_) return;
        seen_.assign(size_, false);
        visit_groups(Direction::Incoming, [this](std::uint32_t group, const AdjacencyGroup& lists) {
            check_incoming(group, lists);
        });
        if (std::ranges::find(seen_, false) != seen_.end())
            report("has a relationship that its target does not know");
        for (const auto& [pair, count] : pairs_.pairs())
            counts.relationships[{pair.first, raw(type_), pair.second}] += count;
    }

private:
    void report(const char* what) {
        is_sound_ = false;
        report_(fmt::format("Type {} {}", raw(type_), what));
    }

    // The type's ids: whole groups side by side, of which only the last may be not full.
    bool find_ids() {
        const auto& groups = tables_.groups(Entity::Relationship);
        std::optional<std::size_t> last;
        for (std::size_t group = 0; group < groups.size(); ++group) {
            if (groups[group].owner != raw(type_)) continue;
            if (!last) first_ = static_cast<std::uint32_t>(group) << row_bits;
            if (last && (*last + 1 != group || groups[*last].rows != group_rows))
                return report("has gaps in its ids"), false;
            last = group;
            size_ += groups[group].rows;
        }
        return true;
    }
    template <typename Visit> void visit_groups(Direction direction, Visit visit) {
        const auto* table = tables_.adjacency(type_, direction);
        for (std::uint32_t group = 0; table && group < nodes_.size() && is_sound_; ++group)
            if (const auto* lists = table->find(group)) visit(group, *lists);
    }

    void check_outgoing(std::uint32_t group, const AdjacencyGroup& lists) {
        if (lists.first() != first_ + sources_.size()) return report("has ids out of order");
        for (std::uint32_t row = 0; row < lists.rows() && is_sound_; ++row) {
            const auto list = lists.list(row);
            const auto source = NodeId{group << row_bits | row};
            for (std::uint32_t at = 0; at < list.size && is_sound_; ++at)
                add_outgoing(source, list, at);
            if (list.size > 0 && lists.row_at(raw(list.first) - lists.first()) != row)
                report("has a relationship that does not find its source");
        }
    }
    void add_outgoing(NodeId source, const AdjacencyList& list, std::uint32_t at) {
        const auto target = list.neighbour(at);
        if (!holds(nodes_, raw(target))) return report("has a target that does not exist");
        if (at > 0 && list.neighbour(at - 1) > target) return report("has targets out of order");
        sources_.push_back(source);
        targets_.push_back(target);
        pairs_.add(raw(tables_.label_set(source)), raw(tables_.label_set(target)));
    }

    void check_incoming(std::uint32_t group, const AdjacencyGroup& lists) {
        for (std::uint32_t row = 0; row < lists.rows() && is_sound_; ++row) {
            const auto list = lists.list(row);
            const auto target = NodeId{group << row_bits | row};
            for (std::uint32_t at = 0; at < list.size && is_sound_; ++at)
                check_incoming_one(target, list, at);
        }
    }
    void check_incoming_one(NodeId target, const AdjacencyList& list, std::uint32_t at) {
        const auto id = list.relationship(at);
        const auto position = raw(id) - first_;
        if (position >= size_ || seen_[position])
            return report("has a relationship that is unknown or twice at its target");
        seen_[position] = true;
        if (sources_[position] != list.neighbour(at) || targets_[position] != target)
            return report("has a relationship with other ends at its target");
        if (at > 0 && std::pair{list.neighbour(at - 1), list.relationship(at - 1)} >=
                          std::pair{list.neighbour(at), id})
            report("has sources out of order");
    }

    const GraphTables& tables_;
    const GroupList& nodes_;
    TypeId type_;
    const Report& report_;
    bool is_sound_ = true;
    std::uint32_t first_ = 0;
    std::size_t size_ = 0;
    Nodes sources_; // by relationship, from first_
    Nodes targets_;
    std::vector<bool> seen_; // by its target
    LabelPairCounter pairs_;
};

} // namespace

void check_adjacency(const GraphTables& tables, const Catalogue& catalogue, Counts& counts,
                     const Report& report) {
    if (!have_sound_shapes(tables, report)) return;
    for (std::uint32_t type = 0; type < catalogue.symbols.types.all().size(); ++type)
        TypeCheck{tables, TypeId{type}, report}.run(counts);
}

} // namespace lintas::lmdb
