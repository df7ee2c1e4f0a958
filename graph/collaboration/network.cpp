#include "graph/collaboration/network.h"

#include "graph/collaboration/last_made.h"
#include "graph/collaboration/network_actors.h"
#include "graph/collaboration/network_events.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

template <typename Item> std::uint32_t position(const std::vector<Item>& items, NodeId node) {
    const auto found = std::ranges::lower_bound(items, node, {}, &Item::node);
    return found == items.end() || found->node != node
               ? nothing
               : static_cast<std::uint32_t>(found - items.begin());
}

struct StateKey {
    std::string identity;
    std::uint64_t version = 0;

    bool operator==(const StateKey&) const = default;
};

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

bool is_own_view(const Snapshot& snapshot) {
    return dynamic_cast<const Transaction*>(&snapshot) != nullptr;
}

std::shared_ptr<const Network> network_of(const Snapshot& snapshot) {
    if (is_own_view(snapshot)) return Network::read(snapshot);
    static LastMade<StateKey, Network> last{1};
    return last.get(
        {snapshot.identity(), snapshot.version()}, [](const StateKey&) { return true; },
        [&] { return Network::read(snapshot); });
}

} // namespace lintas::collaboration
