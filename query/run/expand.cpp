#include "query/run/expand.h"

#include <algorithm>

namespace lintas::query {

Expand::Expand(const ExpandStep& step, OperatorPointer input, RunContext& context)
    : Matcher{std::move(input), context}, step_{step}, hops_{context, step.types, step.direction},
      used_{step.unlike} {
    if (step.to_label) label_ = context.graph().symbols().labels.find(*step.to_label);
    label_is_unknown_ = step.to_label && !label_;
}

void Expand::start(const Batch& input) {
    place_ = 0;
    hop_ = 0;
    at_ = 0;
    from_ = node_rows(input.column(step_.from));
    if (label_is_unknown_ || hops_.size() == 0) from_ = {};
    hops_.lists(from_.ids, lists_);
    used_.start(input);
}

// Takes what fits from the current list; moves on when the list is used up.
void Expand::take_some() {
    const auto& list = lists_[hop_][place_];
    const auto room =
        static_cast<std::uint32_t>(batch_rows - std::min(batch_rows, matches_.size()));
    const auto end = at_ + std::min(room, list.size - at_);
    if (end > at_) {
        const auto row = from_.rows[place_];
        const auto first = matches_.size();
        matches_.add(row, list, at_, end);
        const auto loop = hops_[hop_].skips_loops ? std::optional{from_.ids[place_]} : std::nullopt;
        matches_.remove_from(first, loop, used_.of(row));
        at_ = end;
    }
    if (at_ < list.size) return;
    at_ = 0;
    if (++hop_ < hops_.size()) return;
    hop_ = 0;
    ++place_;
}

bool Expand::fill(RowNumbers& rows) {
    matches_.clear();
    while (place_ < from_.rows.size() && matches_.size() < batch_rows) take_some();
    if (label_ && matches_.size() > 0) matches_.keep_labelled(context_.graph(), *label_);
    rows = std::move(matches_.rows);
    matches_.rows.clear();
    return place_ < from_.rows.size();
}

void Expand::finish(Batch& out) {
    out.set(step_.relationship, Column{std::move(matches_.relationships)});
    out.set(step_.to, Column{std::move(matches_.ends)});
}

} // namespace lintas::query
