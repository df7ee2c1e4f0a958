#include "query/run/step_filter.h"

#include "query/run/evaluate.h"

#include <algorithm>

namespace lintas::query {

void StepFilter::keep_passing(std::vector<WalkStep>& steps, std::size_t first) const {
    if (!predicate_ || steps.size() == first) return;
    auto to = first;
    // In bounded batches: a hub may have millions of relationships.
    for (auto begin = first; begin < steps.size(); begin += batch_rows) {
        const auto end = std::min(begin + batch_rows, steps.size());
        Relationships relationships;
        for (auto at = begin; at < end; ++at) relationships.push_back(steps[at].relationship);
        auto batch = batch_->select(RowNumbers(relationships.size(), row_));
        batch.set(relationship_, Column{std::move(relationships)});
        for (const auto row : true_rows(*predicate_, batch, context_)) {
            steps[to++] = steps[begin + row];
        }
    }
    steps.resize(to);
}

} // namespace lintas::query
