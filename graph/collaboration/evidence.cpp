#include "graph/collaboration/evidence.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

bool is_newer(const Network& network, std::uint32_t left, std::uint32_t right) {
    const auto one = network.events[left].year;
    const auto other = network.events[right].year;
    return one != other ? one > other : left < right;
}

// The place of the first of equal pairs.
class Places {
public:
    Places(std::size_t units, std::span<const UnitPair> pairs)
        : is_left_(units), begins_(units + 1) {
        for (std::uint32_t at = 0; at < pairs.size(); ++at) rights_.emplace_back(pairs[at], at);
        std::ranges::stable_sort(rights_, {}, &std::pair<UnitPair, std::uint32_t>::first);
        for (const auto& [pair, at] : rights_) {
            is_left_[pair.first] = 1;
            ++begins_[pair.first + 1];
        }
        for (std::size_t unit = 0; unit < units; ++unit) begins_[unit + 1] += begins_[unit];
    }

    bool is_left(std::uint32_t unit) const { return is_left_[unit] != 0; }
    // `nothing` where the pair is none of them.
    std::uint32_t of(std::uint32_t left, std::uint32_t right) const {
        const auto begin = rights_.begin() + begins_[left];
        const auto end = rights_.begin() + begins_[left + 1];
        const auto found = std::lower_bound(
            begin, end, right, [](const auto& one, auto unit) { return one.first.second < unit; });
        return found == end || found->first.second != right ? nothing : found->second;
    }

private:
    std::vector<std::uint8_t> is_left_;
    std::vector<std::uint32_t> begins_; // of the pairs of a left unit
    std::vector<std::pair<UnitPair, std::uint32_t>> rights_;
};

// `events` has the newest first.
void keep_newest(const Network& network, std::uint32_t event, std::size_t most,
                 std::vector<std::uint32_t>& events) {
    if (events.size() == most && !is_newer(network, event, events.back())) return;
    if (events.size() == most) events.pop_back();
    const auto place = std::ranges::find_if(
        events, [&](std::uint32_t other) { return is_newer(network, event, other); });
    events.insert(place, event);
}

} // namespace

std::vector<std::vector<std::uint32_t>>
events_of_pairs(const Projection& projection, std::span<const UnitPair> pairs, std::size_t most) {
    std::vector<std::vector<std::uint32_t>> found(pairs.size());
    if (most == 0 || pairs.empty()) return found;
    const Places places{projection.units.size(), pairs};
    for (std::uint32_t event = 0; event < projection.events.size(); ++event) {
        if (!projection.is_small(event)) continue;
        const auto members = projection.members.of(event);
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (!places.is_left(members[i].unit)) continue;
            for (std::size_t j = i + 1; j < members.size(); ++j)
                if (const auto at = places.of(members[i].unit, members[j].unit); at != nothing)
                    keep_newest(*projection.network, projection.events[event].event, most,
                                found[at]);
        }
    }
    for (std::size_t at = 0; at < pairs.size(); ++at)
        found[at] = found[places.of(pairs[at].first, pairs[at].second)];
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
