// VariableExpand: from a bound node along several relationships, one row a path, or, where only the
// ends matter, one row an end.
#pragma once

#include "query/run/matcher.h"
#include "query/run/path_walker.h"
#include "query/run/reach.h"
#include "query/run/used_relationships.h"

#include <set>

namespace lintas::query {

class VariableExpand final : public Matcher {
public:
    VariableExpand(const VariableExpandStep& step, OperatorPointer input, RunContext& context);

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;
    bool start_row();
    bool next_match();
    bool next_distinct_end();

    const VariableExpandStep& step_;
    UsedRelationships used_;
    PathWalker walker_;
    Reach reach_;
    const Batch* input_ = nullptr;
    std::size_t row_ = 0;
    bool row_is_active_ = false; // the search from its node may have more
    std::optional<NodeId> target_;
    std::set<NodeId> distinct_; // ends of the row that were given, where paths are enumerated
    NodeId end_{};              // of the match
    Nodes ends_;                // of the last fill()
    Boxed paths_;               // likewise: lists of relationships
};

} // namespace lintas::query
