#include "graph/lmdb/group_list.h"

#include <algorithm>

namespace lintas::lmdb {

SealedSegment encode_groups(Entity entity, const GroupList& groups) {
    SegmentHeader header;
    header.items = static_cast<std::uint32_t>(groups.size());
    auto writer = segment_writer();
    writer.put_all(std::span<const Group>{groups});
    const SegmentKey key{SegmentKind::Groups, static_cast<std::uint8_t>(entity)};
    return seal(key, header, std::move(writer));
}

std::optional<GroupList> read_groups(const StoredSegment& segment) {
    const AlignedBytes bytes{segment.bytes};
    const auto count = header_of(bytes).items;
    const auto* groups = ByteReader{payload_of(bytes)}.view<Group>(count);
    if (!groups || count > group_rows) return std::nullopt;
    const auto has_rows = [](const Group& group) {
        return group.rows > 0 && group.rows <= group_rows;
    };
    if (!std::all_of(groups, groups + count, has_rows)) return std::nullopt;
    return GroupList{groups, groups + count};
}

} // namespace lintas::lmdb
