#include "query/run/node_scan.h"

namespace lintas::query {

NodeScan::NodeScan(const NodeScanStep& step, OperatorPointer input, RunContext& context)
    : Matcher{std::move(input), context}, step_{step} {
    if (step.label) label_ = context.graph().symbols().labels.find(*step.label);
    label_is_unknown_ = step.label && !label_;
}

void NodeScan::start(const Batch& input) {
    input_rows_ = label_is_unknown_ ? 0 : input.rows();
    row_ = 0;
    position_ = {};
}

// The next nodes of the current row; false when the row has had all.
bool NodeScan::next_nodes(Nodes& out) {
    if (knows_all_) {
        out.insert(out.end(), few_.begin(), few_.end());
        ++row_;
        return false;
    }
    if (scan_some(out)) return true;
    knows_all_ = !are_many_;
    ++row_;
    position_ = {};
    return false;
}

bool NodeScan::scan_some(Nodes& out) {
    constexpr std::size_t many = 2 * batch_rows;
    const auto before = static_cast<std::ptrdiff_t>(out.size());
    if (!context_.graph().scan(position_, label_, out)) return false;
    context_.count_store_hits(out.size() - static_cast<std::size_t>(before));
    if (are_many_) return true;
    few_.insert(few_.end(), out.begin() + before, out.end());
    are_many_ = few_.size() > many;
    if (are_many_) few_ = {};
    return true;
}

bool NodeScan::fill(RowNumbers& rows) {
    nodes_.clear();
    while (row_ < input_rows_ && nodes_.size() < batch_rows) {
        const auto row = static_cast<std::uint32_t>(row_);
        next_nodes(nodes_);
        rows.resize(nodes_.size(), row);
    }
    return row_ < input_rows_;
}

void NodeScan::finish(Batch& out) { out.set(step_.node, Column{std::move(nodes_)}); }

} // namespace lintas::query
