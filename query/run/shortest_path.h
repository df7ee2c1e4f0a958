// ShortestPath: one shortest path, or all of them, between two bound nodes.
#pragma once

#include "query/run/matcher.h"
#include "query/run/shortest_paths.h"

namespace lintas::query {

class ShortestPath final : public Matcher {
public:
    ShortestPath(const ShortestPathStep& step, OperatorPointer input, RunContext& context);

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;
    bool start_row();

    const ShortestPathStep& step_;
    ShortestPaths search_;
    const Batch* input_ = nullptr;
    std::size_t row_ = 0;
    bool row_is_active_ = false; // the search between its nodes may have more
    Boxed paths_;                // of the last fill(): lists of relationships
};

} // namespace lintas::query
