#include "query/run/expand_bound.h"

#include "query/run/entity_rows.h"

#include <algorithm>
#include <optional>

namespace lintas::query {

namespace {

// Where the relationship leads from the node; nullopt if it does not start there.
std::optional<NodeId> other_end(const RelationshipEnds& ends, NodeId from,
                                ExpandDirection direction) {
    if (direction != ExpandDirection::Incoming && ends.source == from) return ends.target;
    if (direction != ExpandDirection::Outgoing && ends.target == from) return ends.source;
    return std::nullopt;
}

} // namespace

ExpandBound::ExpandBound(const ExpandStep& step, OperatorPointer input, RunContext& context)
    : Matcher{std::move(input), context}, step_{step},
      types_{known_types(context.graph(), step.types)}, used_{step.unlike} {}

bool ExpandBound::has_label(NodeId node) const {
    if (!step_.to_label) return true;
    const auto label = context_.graph().symbols().labels.find(*step_.to_label);
    std::uint8_t found = 0;
    if (label) context_.graph().has_label({&node, 1}, *label, {&found, 1});
    return found != 0;
}

void ExpandBound::start(const Batch& input) {
    rows_.clear();
    ends_.clear();
    used_.start(input);
    const auto relationships = relationship_rows(input.column(step_.relationship));
    std::vector<RelationshipEnds> ends(relationships.ids.size());
    context_.graph().ends(relationships.ids, ends);

    const auto& from = input.column(step_.from);
    const auto* to = step_.to_is_bound ? &input.column(step_.to) : nullptr;
    for (std::size_t at = 0; at < ends.size(); ++at) {
        const auto row = relationships.rows[at];
        const auto from_node = node_at(from, row);
        if (!from_node || !std::ranges::binary_search(types_, ends[at].type)) continue;
        const auto end = other_end(ends[at], *from_node, step_.direction);
        if (!end || !has_label(*end)) continue;
        if (to && node_at(*to, row) != end) continue;
        const auto used = used_.of(row);
        if (std::ranges::find(used, relationships.ids[at]) != used.end()) continue;
        rows_.push_back(row);
        ends_.push_back(*end);
    }
}

bool ExpandBound::fill(RowNumbers& rows) {
    rows = std::move(rows_);
    return false;
}

void ExpandBound::finish(Batch& out) {
    if (!step_.to_is_bound) out.set(step_.to, Column{std::move(ends_)});
}

} // namespace lintas::query
