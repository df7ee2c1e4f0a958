#include "query/run/path_search_operator.h"

#include "query/run/entity_rows.h"
#include "query/run/evaluate.h"

namespace lintas::query {

namespace {

// A choice finds its other ends itself, whichever end is given.
bool is_turned(const PathSearchStep& step) {
    return step.search.selection == PathSelection::All && !step.from_is_bound;
}

} // namespace

PathSearchOperator::PathSearchOperator(const PathSearchStep& step, OperatorPointer input,
                                       RunContext& context)
    : Matcher{std::move(input), context}, step_{step}, search_{is_turned(step) ? turned(step.search)
                                                                               : step.search},
      used_{step.unlike}, steps_{search_, context}, enumeration_{search_, steps_, context},
      candidate_{step.search, is_turned(step)}, found_{step.search, is_turned(step)} {
    if (search_.selection != PathSelection::All)
        choice_.emplace(search_, steps_, context,
                        [this](const FoundPath& path) { return passes(path); });
}

void PathSearchOperator::start(const Batch& input) {
    input_ = &input;
    used_.start(input);
    row_ = 0;
    row_is_active_ = false;
}

// Begins the search at the row's ends; false where one is null.
bool PathSearchOperator::start_row() {
    const auto node_of = [&](bool is_bound, const PathNode& node) {
        return is_bound ? node_at(input_->column(node.slot), row_) : std::nullopt;
    };
    const auto from = node_of(step_.from_is_bound, step_.search.nodes.front());
    const auto to = node_of(step_.to_is_bound, step_.search.nodes.back());
    if ((step_.from_is_bound && !from) || (step_.to_is_bound && !to)) return false;
    const auto row = static_cast<std::uint32_t>(row_);
    steps_.start(*input_, row, used_.of(row_));
    if (choice_)
        choice_->start(from, to, *input_, row);
    else if (from)
        enumeration_.start(*from, to, *input_, row);
    else
        enumeration_.start(*to, std::nullopt, *input_, row);
    return true;
}

bool PathSearchOperator::next_path() {
    if (choice_) return choice_->next();
    while (enumeration_.next())
        if (passes(enumeration_.path())) return true;
    return false;
}

bool PathSearchOperator::passes(const FoundPath& path) {
    if (!search_.predicate) return true;
    auto batch = input_->select(RowNumbers{static_cast<std::uint32_t>(row_)});
    candidate_.clear();
    candidate_.add(path);
    candidate_.move_to(batch);
    for (const auto& [slot, named] : search_.named)
        batch.set(slot, evaluate(*named, batch, context_));
    return !true_rows(*search_.predicate, batch, context_).empty();
}

bool PathSearchOperator::fill(RowNumbers& rows) {
    constexpr std::size_t values_at_once = 64 * batch_rows;
    found_.clear();
    while (row_ < input_->rows()) {
        if (!row_is_active_) row_is_active_ = start_row();
        while (row_is_active_ && next_path()) {
            rows.push_back(static_cast<std::uint32_t>(row_));
            found_.add(path());
            if (rows.size() >= batch_rows || found_.size() >= values_at_once) return true;
        }
        row_is_active_ = false;
        ++row_;
        if (rows.size() >= batch_rows) return true;
    }
    return false;
}

void PathSearchOperator::finish(Batch& out) { found_.move_to(out); }

} // namespace lintas::query
