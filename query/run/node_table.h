// NodeTable: something small for each node that a search has met.
//
// Invariant: nodes that were not met since the last clear() read as T{}. Memory grows with the
// stretches of ids that were met, not with the graph; clear() keeps it and costs nothing.
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
        const auto& entry = (*pages_[page])[raw(node) % page_nodes];
        return entry.round == round_ ? entry.value : T{};
    }
    // Valid until clear().
    T& at(NodeId node) {
        const auto page = raw(node) / page_nodes;
        if (page >= pages_.size()) pages_.resize(page + 1);
        if (!pages_[page]) {
            pages_[page] = std::make_unique<Page>();
            ++page_count_;
        }
        auto& entry = (*pages_[page])[raw(node) % page_nodes];
        if (entry.round != round_) entry = {round_, T{}};
        return entry.value;
    }
    void clear() {
        if (++round_ != 0) return;
        pages_.clear(); // after 2^32 rounds the entries of old ones would look new
        page_count_ = 0;
        round_ = 1;
    }
    std::size_t bytes() const { return page_count_ * sizeof(Page); }

private:
    static constexpr std::uint32_t page_nodes = 256;
    struct Entry {
        std::uint32_t round = 0; // of clear() in which it was written
        T value{};
    };
    using Page = std::array<Entry, page_nodes>;

    std::vector<std::unique_ptr<Page>> pages_;
    std::size_t page_count_ = 0;
    std::uint32_t round_ = 1;
};

} // namespace lintas::query
