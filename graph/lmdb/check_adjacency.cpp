#include "graph/lmdb/check_adjacency.h"

#include <fmt/format.h>

#include <tuple>

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

} // namespace

bool have_sound_shapes(const GraphTables& tables, const Report& report) {
    bool are_sound = true;
    for_each_group(tables, [&](std::span<const StoredSegment> parts) {
        const auto& key = parts.front().key;
        const auto group = AdjacencyGroup::read(parts);
        const bool is_outgoing = key.sub == 0;
        if (group && group->rows() <= tables.groups(Entity::Node)[key.group].rows &&
            (is_outgoing || !group->is_consecutive()))
            return;
        are_sound = false;
        report(fmt::format("The parts of `{}` do not fit", to_text(key)));
    });
    for (const auto& segment : tables.segments()) {
        if (segment.key.kind != SegmentKind::Ends) continue;
        const auto ends = EndsView::read(segment);
        if (ends && ends->rows <= tables.groups(Entity::Relationship)[segment.key.group].rows)
            continue;
        are_sound = false;
        report(fmt::format("Segment `{}` does not fit its group", to_text(segment.key)));
    }
    return are_sound;
}

} // namespace lintas::lmdb
