// The places of nodes in a list that ascends by node, found at once where the ids lie close
// together, as those of a label do.
//
// Invariant: as large as the list, whatever the ids.
#pragma once

#include "graph/ids.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lintas::collaboration {

class NodeIndex {
public:
    NodeIndex() = default;
    // Of nodes that ascend, each once.
    explicit NodeIndex(std::vector<NodeId> nodes);

    std::optional<std::uint32_t> find(NodeId node) const {
        const auto above = static_cast<std::uint64_t>(raw(node)) - first_;
        if (nodes_.empty() || raw(node) < first_ || (above >> shift_) + 1 >= begins_.size())
            return std::nullopt;
        for (auto at = begins_[above >> shift_]; at < begins_[(above >> shift_) + 1]; ++at)
            if (nodes_[at] == node) return at;
        return std::nullopt;
    }

private:
    std::vector<NodeId> nodes_;
    std::uint64_t first_ = 0;
    unsigned shift_ = 0;
    std::vector<std::uint32_t> begins_; // of the nodes with the same leading bits
};

} // namespace lintas::collaboration
