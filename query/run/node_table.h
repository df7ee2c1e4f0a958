// NodeTable: something small for each node that a search has met.
//
// Invariant: nodes that were not met read as T{}. Memory and clear() grow with the stretches of ids
// that were met, not with the graph.
#pragma once

#include "graph/ids.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace lintas::query {

template <typename T> class NodeTable {
public:
    T get(NodeId node) const {
        const auto page = raw(node) / page_nodes;
        if (page >= pages_.size() || !pages_[page]) return T{};
        return (*pages_[page])[raw(node) % page_nodes];
    }
    T& at(NodeId node) {
        const auto page = raw(node) / page_nodes;
        if (page >= pages_.size()) pages_.resize(page + 1);
        if (!pages_[page]) {
            pages_[page] = std::make_unique<Page>();
            touched_.push_back(page);
        }
        return (*pages_[page])[raw(node) % page_nodes];
    }
    void clear() {
        for (const auto page : touched_) pages_[page].reset();
        touched_.clear();
    }
    std::size_t bytes() const { return touched_.size() * sizeof(Page); }

private:
    static constexpr std::uint32_t page_nodes = 256;
    using Page = std::array<T, page_nodes>;

    std::vector<std::unique_ptr<Page>> pages_;
    std::vector<std::uint32_t> touched_;
};

} // namespace lintas::query
