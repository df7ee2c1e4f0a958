#include "query/run/shortest_path.h"

#include "query/run/entity_rows.h"

namespace lintas::query {

ShortestPath::ShortestPath(const ShortestPathStep& step, OperatorPointer input, RunContext& context)
    : Matcher{std::move(input), context}, step_{step}, search_{step, context} {}

void ShortestPath::start(const Batch& input) {
    input_ = &input;
    row_ = 0;
    row_is_active_ = false;
}

// Begins the search between the row's nodes; false where one is null.
bool ShortestPath::start_row() {
    const auto from = node_at(input_->column(step_.from), row_);
    const auto to = node_at(input_->column(step_.to), row_);
    if (!from || !to) return false;
    search_.start(*from, *to, *input_, static_cast<std::uint32_t>(row_));
    return true;
}

bool ShortestPath::fill(RowNumbers& rows) {
    paths_.clear();
    Relationships path;
    for (; row_ < input_->rows(); ++row_) {
        if (rows.size() >= batch_rows) return true;
        if (!row_is_active_) row_is_active_ = start_row();
        while (row_is_active_ && search_.next(path)) {
            rows.push_back(static_cast<std::uint32_t>(row_));
            paths_.push_back(Value{List{path.begin(), path.end()}});
            if (!step_.all) break;
            if (rows.size() >= batch_rows) return true;
        }
        row_is_active_ = false;
    }
    return false;
}

void ShortestPath::finish(Batch& out) { out.set(step_.relationships, Column{std::move(paths_)}); }

} // namespace lintas::query
