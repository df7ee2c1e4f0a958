#include "query/run/expand_into.h"

#include "query/run/entity_rows.h"

#include <algorithm>

namespace lintas::query {

namespace {

// The rows of both, which ascend.
void keep_common(const EntityRows<NodeId>& from, const EntityRows<NodeId>& to, RowNumbers& rows,
                 Nodes& from_nodes, Nodes& to_nodes) {
    rows.clear();
    from_nodes.clear();
    to_nodes.clear();
    std::size_t other = 0;
    for (std::size_t at = 0; at < from.rows.size(); ++at) {
        while (other < to.rows.size() && to.rows[other] < from.rows[at]) ++other;
        if (other == to.rows.size() || to.rows[other] != from.rows[at]) continue;
        rows.push_back(from.rows[at]);
        from_nodes.push_back(from.ids[at]);
        to_nodes.push_back(to.ids[other]);
    }
}

} // namespace

ExpandInto::ExpandInto(const ExpandStep& step, OperatorPointer input, RunContext& context)
    : Matcher{std::move(input), context}, step_{step}, hops_{context, step.types, step.direction},
      used_{step.unlike} {
    if (step.to_label) label_ = context.graph().symbols().labels.find(*step.to_label);
    label_is_unknown_ = step.to_label && !label_;
}

void ExpandInto::start(const Batch& input) {
    place_ = 0;
    keep_common(node_rows(input.column(step_.from)), node_rows(input.column(step_.to)), rows_,
                from_, to_);
    if (label_is_unknown_) rows_.clear();
    hops_.lists(from_, lists_);
    used_.start(input);
}

void ExpandInto::connect(std::size_t place, std::size_t hop) {
    if (hops_[hop].skips_loops && from_[place] == to_[place]) return;
    const auto& list = lists_[hop][place];
    if (list.size == 0) return;
    const auto row = rows_[place];
    const auto [begin, end] =
        std::equal_range(list.neighbours, list.neighbours + list.size, to_[place]);
    const auto first = matches_.size();
    matches_.add(row, list, static_cast<std::uint32_t>(begin - list.neighbours),
                 static_cast<std::uint32_t>(end - list.neighbours));
    matches_.remove_from(first, std::nullopt, used_.of(row));
}

bool ExpandInto::fill(RowNumbers& rows) {
    matches_.clear();
    for (; place_ < rows_.size() && matches_.size() < batch_rows; ++place_) {
        for (std::size_t hop = 0; hop < hops_.size(); ++hop) connect(place_, hop);
    }
    if (label_ && matches_.size() > 0) matches_.keep_labelled(context_.graph(), *label_);
    rows = std::move(matches_.rows);
    matches_.rows.clear();
    return place_ < rows_.size();
}

void ExpandInto::finish(Batch& out) {
    out.set(step_.relationship, Column{std::move(matches_.relationships)});
}

} // namespace lintas::query
