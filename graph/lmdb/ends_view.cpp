#include "graph/lmdb/ends_view.h"

namespace lintas::lmdb {

std::optional<EndsView> EndsView::read(const StoredSegment& segment) {
    EndsView view;
    view.bytes = AlignedBytes{segment.bytes};
    view.rows = header_of(view.bytes).rows;
    ByteReader reader{payload_of(view.bytes)};
    view.sources = reader.view<NodeId>(view.rows);
    view.targets = reader.view<NodeId>(view.rows);
    view.types = reader.view<TypeId>(view.rows);
    if (!reader.ok() || view.rows > group_rows) return std::nullopt;
    return view;
}

SealedSegment encode_ends(std::uint16_t group, const std::vector<RelationshipEnds>& ends) {
    SegmentHeader header;
    header.rows = static_cast<std::uint32_t>(ends.size());
    auto writer = segment_writer();
    for (const auto& one : ends) writer.put(one.source);
    for (const auto& one : ends) writer.put(one.target);
    for (const auto& one : ends) {
        writer.put(one.type);
        header.items += one.type != no_type;
    }
    return seal({SegmentKind::Ends, 0, 0, group, 0}, header, std::move(writer));
}

} // namespace lintas::lmdb
