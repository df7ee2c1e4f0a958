#include "graph/lmdb/list_patch.h"

#include "graph/memory_meter.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

void insert(std::vector<Link>& links, Link link) {
    const auto at = std::ranges::lower_bound(links, link);
    if (at == links.end() || *at != link) links.insert(at, link);
}

void erase(std::vector<Link>& links, Link link) {
    const auto at = std::ranges::lower_bound(links, link);
    if (at != links.end() && *at == link) links.erase(at);
}

} // namespace

void ListPatch::add(Link link) {
    forget_merged();
    insert(added_, link);
    erase(removed_, link);
}

void ListPatch::remove(Link link) {
    forget_merged();
    erase(added_, link);
    insert(removed_, link);
}

std::unique_ptr<const ListPatch::Merged> ListPatch::merge(const AdjacencyList& base) const {
    auto merged = std::make_unique<Merged>();
    merged->neighbours.reserve(base.size + added_.size());
    merged->relationships.reserve(base.size + added_.size());
    auto removed = removed_.begin();
    const auto put = [&](Link link) {
        while (removed != removed_.end() && *removed < link) ++removed;
        if (removed != removed_.end() && *removed == link) return;
        merged->neighbours.push_back(link.neighbour);
        merged->relationships.push_back(link.relationship);
    };
    auto added = added_.begin();
    for (std::uint32_t at = 0; at < base.size; ++at) {
        const Link link{base.neighbour(at), base.relationship(at)};
        for (; added != added_.end() && *added < link; ++added) put(*added);
        if (added != added_.end() && *added == link) ++added;
        put(link);
    }
    for (; added != added_.end(); ++added) put(*added);
    return merged;
}

AdjacencyList ListPatch::apply_to(const AdjacencyList& base) const {
    const auto* merged = merged_.load(std::memory_order_acquire);
    if (merged == nullptr) {
        const Unmetered unmetered; // the store keeps it
        auto made = merge(base);
        // Another thread may have been faster; then its list is the one.
        if (merged_.compare_exchange_strong(merged, made.get(), std::memory_order_acq_rel))
            merged = made.release();
    }
    return {merged->neighbours.data(),
            merged->relationships.data(),
            {},
            static_cast<std::uint32_t>(merged->neighbours.size())};
}

} // namespace lintas::lmdb
