// StatisticsChange: by how much writes have changed the statistics of a store.
//
// Invariant: no difference is zero.
#pragma once

#include "graph/lmdb/change.h"
#include "graph/statistics.h"

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace lintas::lmdb {

class StatisticsChange {
public:
    void count_nodes(const LabelSet& labels, std::int64_t difference);
    void count_relationships(const LabelSet& source, TypeId type, const LabelSet& target,
                             std::int64_t difference);
    bool is_empty() const { return nodes_.empty() && relationships_.empty(); }

    // A NodesCounted or RelationshipsCounted for each difference.
    std::vector<Change> changes() const;
    // The statistics of the state below, changed. Counts that come to zero are left out.
    Statistics apply_to(Statistics statistics) const;

private:
    using Triple = std::tuple<LabelSet, TypeId, LabelSet>;

    std::map<LabelSet, std::int64_t> nodes_;
    std::map<Triple, std::int64_t> relationships_;
};

} // namespace lintas::lmdb
