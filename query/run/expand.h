// Expand: from a bound node along each of its relationships to a new node.
#pragma once

#include "query/run/entity_rows.h"
#include "query/run/hops.h"
#include "query/run/matcher.h"
#include "query/run/matches.h"

#include <optional>
#include <vector>

namespace lintas::query {

class Expand final : public Matcher {
public:
    // REQUIRES: neither the relationship nor `to` is bound.
    Expand(const ExpandStep& step, OperatorPointer input, RunContext& context);

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;
    void take_some();

    const ExpandStep& step_;
    Hops hops_;
    UsedRelationships used_;
    std::optional<LabelId> label_;
    bool label_is_unknown_; // then nothing matches
    EntityRows<NodeId> from_;
    std::vector<std::vector<AdjacencyList>> lists_; // by hop, by place in from_
    // Where the next match lies: place in from_, hop, entry of the list.
    std::size_t place_ = 0;
    std::size_t hop_ = 0;
    std::uint32_t at_ = 0;
    Matches matches_; // of the last fill()
};

} // namespace lintas::query
