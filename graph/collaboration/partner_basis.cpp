#include "graph/collaboration/partner_basis.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace lintas::collaboration {

namespace {

constexpr double half_life_of_ties = 4; // years

// Where the events of each unit are in the projection, large ones too.
Lists<std::uint32_t> places_of_events(const Projection& projection) {
    Lists<std::uint32_t> lists;
    lists.begins.assign(projection.units.size() + 1, 0);
    for (const auto& member : projection.members.items) ++lists.begins[member.unit + 1];
    std::partial_sum(lists.begins.begin(), lists.begins.end(), lists.begins.begin());
    lists.items.resize(projection.members.items.size());
    auto free = lists.begins;
    for (std::uint32_t at = 0; at < projection.events.size(); ++at)
        for (const auto& member : projection.members.of(at)) lists.items[free[member.unit]++] = at;
    return lists;
}

Lists<Mention> topics_of_units(const Projection& projection, const Lists<std::uint32_t>& events) {
    const auto& network = *projection.network;
    std::vector<double> counts(network.topics.size());
    std::vector<std::uint32_t> found;
    Lists<Mention> topics;
    for (std::uint32_t unit = 0; unit < projection.units.size(); ++unit) {
        found.clear();
        for (const auto at : events.of(unit))
            for (const auto& [topic, score] :
                 network.event_topics.of(projection.events[at].event)) {
                if (counts[topic] == 0) found.push_back(topic);
                counts[topic] += score;
            }
        // A topic whose scores cancel each other out, or are 0, is found more than once.
        std::ranges::sort(found);
        found.erase(std::ranges::unique(found).begin(), found.end());
        for (const auto topic : found)
            topics.items.push_back({topic, std::exchange(counts[topic], 0)});
        topics.end_list();
    }
    return topics;
}

void add_finished(const Projection& projection, const Lists<std::uint32_t>& events,
                  PartnerBasis& basis) {
    const auto& network = *projection.network;
    const auto present = present_of(projection);
    basis.country_events.resize(network.countries.size());
    for (std::uint32_t unit = 0; unit < projection.units.size(); ++unit) {
        FinishedProjects finished;
        for (const auto at : events.of(unit)) {
            const auto& [number, is_international] = projection.events[at];
            const auto& event = network.events[number];
            if (const auto country = projection.countries[unit]; country != no_country)
                ++basis.country_events[country];
            if (event.kind != EventKind::Project || event.end_year == no_year ||
                event.end_year > present)
                continue;
            ++finished.all;
            if (!is_international) continue;
            ++finished.across_borders;
            basis.finished_across.items.push_back(number);
        }
        basis.finished.push_back(finished);
        basis.finished_across.end_list();
    }
}

// What each event adds to the strength of the ties of those who take part in it.
std::vector<double> weights_of_events(const Projection& projection) {
    const auto present = present_of(projection);
    std::vector<double> weights;
    for (std::uint32_t at = 0; at < projection.events.size(); ++at) {
        const auto year = projection.network->events[projection.events[at].event].year;
        const auto age = year == no_year ? 0 : std::max(0, present - year);
        const auto members = projection.members.of(at).size();
        weights.push_back(std::exp2(-age / half_life_of_ties) /
                          static_cast<double>(std::max<std::size_t>(1, members - 1)));
    }
    return weights;
}

algorithms::Adjacency trusted_ways(const Counted& counted, const Lists<std::uint32_t>& events) {
    const auto& projection = counted.projection;
    const auto& ties = counted.ties.out();
    const auto weights = weights_of_events(projection);
    std::vector<double> strengths(projection.units.size());
    std::vector<std::uint64_t> first{0};
    std::vector<algorithms::Vertex> neighbours;
    std::vector<double> costs;
    for (std::uint32_t unit = 0; unit < projection.units.size(); ++unit) {
        for (const auto at : events.of(unit))
            if (projection.is_small(at))
                for (const auto& other : projection.members.of(at))
                    strengths[other.unit] += weights[at];
        strengths[unit] = 0;
        for (const auto other : ties.row(unit)) {
            neighbours.push_back(other);
            costs.push_back(-std::log(-std::expm1(-std::exchange(strengths[other], 0))));
        }
        first.push_back(neighbours.size());
    }
    return {std::move(first), std::move(neighbours), std::move(costs)};
}

std::shared_ptr<const PartnerBasis> make_partner_basis(const Counted& counted) {
    const auto events = places_of_events(counted.projection);
    auto basis = std::make_shared<PartnerBasis>();
    basis->topics = topics_of_units(counted.projection, events);
    add_finished(counted.projection, events, *basis);
    basis->ways = trusted_ways(counted, events);
    return basis;
}

} // namespace

std::int32_t present_of(const Projection& projection) {
    return projection.options.to_year.value_or(projection.network->last_year);
}

std::shared_ptr<const PartnerBasis> partner_basis(const Snapshot& snapshot,
                                                  const CountedPointer& counted) {
    static LastMade<CountedPointer, PartnerBasis> last{1};
    return shared_of(last, snapshot, counted, [&] { return make_partner_basis(*counted); });
}

} // namespace lintas::collaboration
