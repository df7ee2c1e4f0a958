// MergeEncoder: writes groups anew as they are after commits.
//
// Invariant: what a Rewritten has takes the place of all segments with keys from first to last.
#pragma once

#include "graph/lmdb/catalogue.h"
#include "graph/lmdb/merge_plan.h"
#include "graph/lmdb/overlay_reader.h"
#include "graph/lmdb/segment.h"

#include <cstdint>
#include <map>
#include <vector>

namespace lintas::lmdb {

struct Rewritten {
    SegmentKey first;
    SegmentKey last;
    std::vector<SealedSegment> segments; // may be none
};

class MergeEncoder {
public:
    // Both must outlive the encoder.
    MergeEncoder(const State& state, const MergePlan& plan);

    Rewritten label_sets(std::uint32_t group);
    Rewritten ends(std::uint32_t group) const;
    Rewritten node_column(const GroupColumn& column) const;
    Rewritten relationship_column(const GroupColumn& column) const;
    Rewritten adjacency(const GroupAdjacency& adjacency) const;

    // The names, definitions and label sets, also those that label_sets() has met.
    const Catalogue& catalogue() const { return catalogue_; }
    // The number of a label set; adds it to the catalogue if it is new.
    std::uint32_t number_of(const LabelSet& labels);

private:
    template <typename Id>
    Rewritten column(SegmentKind kind, const GroupColumn& column, const GroupList& groups) const;

    const State& state_;
    const MergePlan& plan_;
    OverlayReader reader_;
    Catalogue catalogue_;
    std::map<LabelSet, std::uint32_t> numbers_;
};

} // namespace lintas::lmdb
