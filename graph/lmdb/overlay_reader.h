// OverlayReader: the graph that an overlay over the segments' state shows; all of Snapshot's
// reading.
//
// Invariant: what no commit has touched is read as the segments' state reads it.
#pragma once

#include "graph/lmdb/lmdb_snapshot.h"
#include "graph/lmdb/overlay.h"
#include "graph/store.h"

#include <optional>
#include <span>
#include <vector>

namespace lintas::lmdb {

class OverlayReader {
public:
    // Both must outlive the reader.
    OverlayReader(const LmdbSnapshot& base, const Overlay& overlay)
        : base_{base}, overlay_{overlay} {}

    bool scan(ScanPosition& position, std::optional<LabelId> label, Nodes& out) const;
    bool scan(ScanPosition& position, std::optional<TypeId> type, Relationships& out) const;
    bool exists(NodeId node) const;
    bool exists(RelationshipId relationship) const;
    void has_label(std::span<const NodeId> nodes, LabelId label, std::span<std::uint8_t> out) const;
    LabelSet labels(NodeId node) const;
    Column gather(KeyId key, std::span<const NodeId> nodes) const;
    Column gather(KeyId key, std::span<const RelationshipId> relationships) const;
    std::vector<PropertyValue> properties(NodeId node) const;
    std::vector<PropertyValue> properties(RelationshipId relationship) const;
    void expand(std::span<const NodeId> nodes, TypeId type, Direction direction,
                std::span<AdjacencyList> out) const;
    // Also of relationships that were deleted since the segments were written.
    void ends(std::span<const RelationshipId> relationships, std::span<RelationshipEnds> out) const;
    Statistics statistics() const { return overlay_.statistics().apply_to(base_.statistics()); }

private:
    const LmdbSnapshot& base_;
    const Overlay& overlay_;
};

} // namespace lintas::lmdb
