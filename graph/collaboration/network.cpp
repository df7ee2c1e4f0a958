#include "graph/collaboration/network.h"

#include "graph/collaboration/last_made.h"
#include "graph/collaboration/network_actors.h"
#include "graph/collaboration/network_events.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

struct StateKey {
    std::string identity;
    std::uint64_t version = 0;
    Tier tier = Tier::Restricted;

    bool operator==(const StateKey&) const = default;
};

// What the whole graph has, and the network of a tier lacks.
void count_hidden(const Network& whole, Network& shown) {
    shown.hidden.assign(shown.countries.size(), 0);
    for (CountryNumber country = 0; country < shown.countries.size(); ++country) {
        const auto same = whole.countries.find(shown.countries[country].node);
        shown.hidden[country] = whole.held[same] - std::min(whole.held[same], shown.held[country]);
    }
    shown.hidden_participations =
        whole.participations.items.size() -
        std::min(whole.participations.items.size(), shown.participations.items.size());
}

} // namespace

std::shared_ptr<const Network> Network::read(const Reader& reader) {
    auto network = std::make_shared<Network>();
    network->countries = Countries::read(reader);
    read_actors(reader, *network);
    read_events(reader, *network);
    network->hidden.assign(network->countries.size(), 0);
    if (reader.tier() != Tier::Restricted)
        count_hidden(*network_of(Reader{reader.snapshot()}), *network);
    return network;
}

std::uint32_t Network::find_actor(NodeId node) const {
    return actor_places.find(node).value_or(nothing);
}

std::uint32_t Network::root(std::uint32_t actor) const {
    constexpr auto longest_chain = 20;
    for (auto steps = 0; steps < longest_chain && actors[actor].parent != nothing; ++steps)
        actor = actors[actor].parent;
    return actor;
}

bool is_own_view(const Snapshot& snapshot) {
    return dynamic_cast<const Transaction*>(&snapshot) != nullptr;
}

std::shared_ptr<const Network> network_of(const Reader& reader) {
    const auto& snapshot = reader.snapshot();
    if (is_own_view(snapshot)) return Network::read(reader);
    static LastMade<StateKey, Network> last_whole{1};
    static LastMade<StateKey, Network> last_of_tier{1}; // which is read beside the whole one
    auto& last = reader.tier() == Tier::Restricted ? last_whole : last_of_tier;
    return last.get(
        {snapshot.identity(), snapshot.version(), reader.tier()},
        [](const StateKey&) { return true; }, [&] { return Network::read(reader); });
}

} // namespace lintas::collaboration
