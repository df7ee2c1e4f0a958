#include "graph/collaboration/evidence.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace lintas::collaboration {

namespace {

bool is_newer(const Network& network, std::uint32_t left, std::uint32_t right) {
    const auto one = network.events[left].year;
    const auto other = network.events[right].year;
    return one != other ? one > other : left < right;
}

} // namespace

std::vector<std::vector<std::uint32_t>>
events_of_pairs(const Projection& projection, std::span<const UnitPair> pairs, std::size_t most) {
    std::vector<std::vector<std::uint32_t>> found(pairs.size());
    if (most == 0 || pairs.empty()) return found;
    std::map<UnitPair, std::size_t> place;
    for (std::size_t at = 0; at < pairs.size(); ++at) place.emplace(pairs[at], at);
    std::vector<std::uint32_t> order(projection.events.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
        return is_newer(*projection.network, projection.events[left].event,
                        projection.events[right].event);
    });
    for (const auto event : order) {
        if (!projection.is_small(event)) continue;
        const auto members = projection.members.of(event);
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j) {
                const auto wanted = place.find({members[i].unit, members[j].unit});
                if (wanted != place.end() && found[wanted->second].size() < most)
                    found[wanted->second].push_back(projection.events[event].event);
            }
    }
    for (std::size_t at = 0; at < pairs.size(); ++at) found[at] = found[place.at(pairs[at])];
    return found;
}

std::vector<std::uint32_t> newest(const Network& network, std::vector<std::uint32_t> events,
                                  std::size_t most) {
    std::ranges::sort(events, [&](std::uint32_t left, std::uint32_t right) {
        return is_newer(network, left, right);
    });
    events.erase(std::ranges::unique(events).begin(), events.end());
    if (events.size() > most) events.resize(most);
    return events;
}

} // namespace lintas::collaboration
