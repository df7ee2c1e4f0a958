#include "query/run/variable_expand.h"

#include "query/run/entity_rows.h"

namespace lintas::query {

namespace {

Value list_of(const Relationships& relationships) {
    return Value{List{relationships.begin(), relationships.end()}};
}

} // namespace

VariableExpand::VariableExpand(const VariableExpandStep& step, OperatorPointer input,
                               RunContext& context)
    : Matcher{std::move(input), context}, step_{step}, used_{step.unlike}, walker_{step, context},
      reach_{step, context} {}

void VariableExpand::start(const Batch& input) {
    input_ = &input;
    used_.start(input);
    row_ = 0;
    row_is_active_ = false;
}

// Begins the search from the row's node; false where an end is null.
bool VariableExpand::start_row() {
    const auto from = node_at(input_->column(step_.from), row_);
    if (!from) return false;
    target_ = step_.to_is_bound ? node_at(input_->column(step_.to), row_) : std::nullopt;
    if (step_.to_is_bound && !target_) return false;
    const auto row = static_cast<std::uint32_t>(row_);
    if (step_.distinct_ends && Reach::answers(step_)) {
        reach_.start(*from, used_.of(row_), *input_, row);
    } else {
        walker_.start(*from, target_, used_.of(row_), *input_, row);
    }
    distinct_.clear();
    return true;
}

bool VariableExpand::next_match() {
    if (step_.distinct_ends) return next_distinct_end();
    if (!walker_.next()) return false;
    end_ = walker_.end();
    return true;
}

bool VariableExpand::next_distinct_end() {
    if (Reach::answers(step_)) {
        while (reach_.next(end_)) {
            if (!target_ || end_ == *target_) return true;
        }
        return false;
    }
    while (walker_.next()) {
        end_ = walker_.end();
        if (distinct_.insert(end_).second) return true;
    }
    return false;
}

bool VariableExpand::fill(RowNumbers& rows) {
    constexpr std::size_t relationships_at_once = 64 * batch_rows;
    ends_.clear();
    paths_.clear();
    const bool wants_paths = !step_.distinct_ends && !step_.relationships_unread;
    std::size_t relationships = 0;
    while (row_ < input_->rows()) {
        if (!row_is_active_) row_is_active_ = start_row();
        while (row_is_active_ && next_match()) {
            rows.push_back(static_cast<std::uint32_t>(row_));
            ends_.push_back(end_);
            if (wants_paths) {
                paths_.push_back(list_of(walker_.relationships()));
                relationships += walker_.relationships().size();
            }
            const bool row_is_done = step_.distinct_ends && target_;
            if (row_is_done) break;
            if (rows.size() >= batch_rows || relationships >= relationships_at_once) return true;
        }
        row_is_active_ = false;
        ++row_;
        if (rows.size() >= batch_rows) return true;
    }
    return false;
}

void VariableExpand::finish(Batch& out) {
    if (!step_.distinct_ends && !step_.relationships_unread) {
        out.set(step_.relationships, Column{std::move(paths_)});
    }
    if (!step_.to_is_bound) out.set(step_.to, Column{std::move(ends_)});
}

} // namespace lintas::query
