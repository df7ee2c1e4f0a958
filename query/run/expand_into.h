// ExpandInto: the relationships between two bound nodes.
#pragma once

#include "query/run/hops.h"
#include "query/run/matcher.h"
#include "query/run/matches.h"

#include <optional>
#include <vector>

namespace lintas::query {

class ExpandInto final : public Matcher {
public:
    // REQUIRES: `to` is bound, the relationship is not.
    ExpandInto(const ExpandStep& step, OperatorPointer input, RunContext& context);

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;
    void connect(std::size_t place, std::size_t hop);

    const ExpandStep& step_;
    Hops hops_;
    UsedRelationships used_;
    std::optional<LabelId> label_;
    bool label_is_unknown_; // then nothing matches
    // The input rows where both ends are there.
    RowNumbers rows_;
    Nodes from_;
    Nodes to_;
    std::vector<std::vector<AdjacencyList>> lists_; // by hop, by place in rows_
    std::size_t place_ = 0;
    Matches matches_; // of the last fill()
};

} // namespace lintas::query
