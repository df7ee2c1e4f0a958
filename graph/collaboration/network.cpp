#include "graph/collaboration/network.h"

#include "graph/collaboration/network_actors.h"
#include "graph/collaboration/network_events.h"
#include "graph/memory_meter.h"

#include <algorithm>
#include <mutex>

namespace lintas::collaboration {

namespace {

template <typename Item> std::uint32_t position(const std::vector<Item>& items, NodeId node) {
    const auto found = std::ranges::lower_bound(items, node, {}, &Item::node);
    return found == items.end() || found->node != node
               ? nothing
               : static_cast<std::uint32_t>(found - items.begin());
}

struct Kept {
    std::mutex guard;
    std::string identity;
    std::uint64_t version = 0;
    std::shared_ptr<const Network> network; // shared with the analyses that are using it
};

Kept& kept() {
    static Kept last;
    return last;
}

} // namespace

std::shared_ptr<const Network> Network::read(const Snapshot& snapshot) {
    const Reader reader{snapshot};
    auto network = std::make_shared<Network>();
    network->countries = Countries::read(reader);
    read_actors(reader, *network);
    read_events(reader, *network);
    return network;
}

std::uint32_t Network::find_actor(NodeId node) const { return position(actors, node); }

std::uint32_t Network::find_event(NodeId node) const { return position(events, node); }

std::uint32_t Network::root(std::uint32_t actor) const {
    constexpr auto longest_chain = 20;
    for (auto steps = 0; steps < longest_chain && actors[actor].parent != nothing; ++steps)
        actor = actors[actor].parent;
    return actor;
}

std::shared_ptr<const Network> network_of(const Snapshot& snapshot) {
    if (dynamic_cast<const Transaction*>(&snapshot)) return Network::read(snapshot);
    auto& last = kept();
    const auto identity = snapshot.identity();
    {
        const std::lock_guard lock{last.guard};
        if (last.network && last.identity == identity && last.version == snapshot.version())
            return last.network;
    }
    const Unmetered unmetered; // kept for the queries to come
    auto network = Network::read(snapshot);
    const std::lock_guard lock{last.guard};
    last.identity = identity;
    last.version = snapshot.version();
    last.network = network;
    return network;
}

} // namespace lintas::collaboration
