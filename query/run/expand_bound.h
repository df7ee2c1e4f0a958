// ExpandBound: along a relationship that is bound already, to its other end.
#pragma once

#include "query/run/hops.h"
#include "query/run/matcher.h"
#include "query/run/used_relationships.h"

namespace lintas::query {

class ExpandBound final : public Matcher {
public:
    // REQUIRES: the relationship is bound.
    ExpandBound(const ExpandStep& step, OperatorPointer input, RunContext& context);

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;
    bool has_label(NodeId node) const;

    const ExpandStep& step_;
    std::vector<TypeId> types_; // ascending
    UsedRelationships used_;
    RowNumbers rows_; // of the input that match
    Nodes ends_;
};

} // namespace lintas::query
