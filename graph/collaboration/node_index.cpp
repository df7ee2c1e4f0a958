#include "graph/collaboration/node_index.h"

namespace lintas::collaboration {

namespace {

// Four lists of bits a node: most then hold one or none.
constexpr std::uint64_t lists_a_node = 4;

} // namespace

NodeIndex::NodeIndex(std::vector<NodeId> nodes) : nodes_{std::move(nodes)} {
    if (nodes_.empty()) return;
    first_ = raw(nodes_.front());
    const auto range = raw(nodes_.back()) - first_ + 1;
    while ((range >> shift_) > lists_a_node * nodes_.size()) ++shift_;
    begins_.reserve((range >> shift_) + 2);
    for (std::uint32_t at = 0; at < nodes_.size(); ++at) {
        const auto list = (raw(nodes_[at]) - first_) >> shift_;
        while (begins_.size() <= list) begins_.push_back(at);
    }
    begins_.push_back(static_cast<std::uint32_t>(nodes_.size()));
}

} // namespace lintas::collaboration
