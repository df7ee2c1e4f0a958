#include "graph/collaboration/partner_parts.h"

#include "graph/collaboration/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace lintas::collaboration {

namespace {

constexpr double half_way_around = 20'015; // kilometers
constexpr double highest_readiness = 9;

} // namespace

PartnerParts::PartnerParts(const PartnerData& data, const PartnerOptions& options)
    : data_{data}, options_{options}, on_challenge_(data.institutions.units.size()),
      offers_(on_challenge_.size()) {
    auto root = options.seeker;
    if (data.institutions.options.roll_up) root = network().root(root);
    seeker_ = data.institutions.find_unit(network().actors[root].node);
    read_events();
    if (options.topics.empty() && !options.challenge) {
        wanted_.assign(network().topics.size(), 0);
        if (seeker_ != nothing)
            for (const auto& [topic, count] : data_.basis.topics.of(seeker_))
                wanted_[topic] = count;
    }
    for (const auto score : wanted_) wanted_length_ += score * score;
    read_technologies();
    read_refusals();
    find_ways();
    find_common_partners();
}

void PartnerParts::read_events() {
    wanted_.assign(network().topics.size(), 0);
    if (options_.challenge)
        for (const auto& mention : network().challenge_topics.of(*options_.challenge))
            wanted_[mention.theme] = mention.score;
    for (std::size_t topic = 0; topic < options_.topics.size(); ++topic)
        if (options_.topics[topic] != 0) wanted_[topic] = std::max(wanted_[topic], 1.0);
    if (!options_.challenge) return;
    const auto& projection = data_.institutions;
    for (std::uint32_t at = 0; at < projection.events.size(); ++at) {
        const auto number = projection.events[at].event;
        const auto challenges = network().event_challenges.of(number);
        if (std::ranges::find(challenges, *options_.challenge) == challenges.end()) continue;
        for (const auto& member : projection.members.of(at))
            on_challenge_[member.unit].push_back(number);
    }
}

void PartnerParts::read_technologies() {
    const auto technologies = data_.reader.nodes("Technology");
    std::vector<std::uint8_t> is_wanted(technologies.size());
    const auto& topics = network().topics;
    data_.reader.expand(technologies, "ABOUT", Direction::Outgoing,
                        [&](std::size_t row, NodeId node, RelationshipId) {
                            const auto found =
                                std::ranges::lower_bound(topics, node, {}, &Theme::node);
                            if (found != topics.end() && found->node == node &&
                                wanted_[static_cast<std::size_t>(found - topics.begin())] > 0)
                                is_wanted[row] = 1;
                        });
    const auto readiness = data_.reader.values("trl", technologies);
    data_.reader.expand(technologies, "OFFERS", Direction::Incoming,
                        [&](std::size_t row, NodeId node, RelationshipId) {
                            const auto unit = data_.institutions.find_unit(node);
                            const auto said = readiness.value(row);
                            if (unit == nothing || is_wanted[row] == 0 || !said.is_number()) return;
                            offers_[unit].push_back(
                                {std::clamp(said.number() / highest_readiness, 0.0, 1.0),
                                 known_as(data_.reader, technologies[row])});
                        });
}

void PartnerParts::read_refusals() {
    const auto seeker = network().actors[options_.seeker].node;
    for (const auto direction : {Direction::Outgoing, Direction::Incoming})
        data_.reader.expand(
            std::span{&seeker, 1}, "MATCH_FEEDBACK", direction,
            [&](std::size_t, NodeId other, RelationshipId feedback) {
                const auto unit = data_.institutions.find_unit(other);
                if (unit == nothing) return;
                const auto said = [&](std::string_view key) {
                    return data_.reader.values(key, std::span{&feedback, 1}).value(0);
                };
                const auto accepted = said("accepted");
                if (accepted.is(ValueType::Boolean) && accepted.boolean()) return;
                const auto reason = said("reason");
                refusals_[unit].push_back(reason.is_null() ? Value{"no reason given"} : reason);
            });
}

// The most trusted ways from the seeker to all others (Dijkstra 1959).
void PartnerParts::find_ways() {
    const auto units = data_.institutions.units.size();
    way_cost_.assign(units, std::numeric_limits<double>::infinity());
    way_before_.assign(units, nothing);
    if (seeker_ == nothing) return;
    const auto& ways = data_.basis.ways;
    using Reached = std::pair<double, std::uint32_t>;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
    way_cost_[seeker_] = 0;
    open.push({0, seeker_});
    while (!open.empty()) {
        const auto [cost, unit] = open.top();
        open.pop();
        if (cost > way_cost_[unit]) continue;
        const auto others = ways.row(unit);
        const auto costs = ways.weights(unit);
        for (std::size_t at = 0; at < others.size(); ++at) {
            const auto through = cost + costs[at];
            if (through >= way_cost_[others[at]]) continue;
            way_cost_[others[at]] = through;
            way_before_[others[at]] = unit;
            open.push({through, others[at]});
        }
    }
}

void PartnerParts::find_common_partners() {
    common_.assign(data_.institutions.units.size(), 0);
    if (seeker_ == nothing) return;
    const auto& ties = data_.ties.out();
    for (const auto between : ties.row(seeker_))
        for (const auto other : ties.row(between))
            if (other != seeker_) common_[other] += 1 / static_cast<double>(ties.degree(between));
    for (const auto value : common_) most_common_ = std::max(most_common_, value);
}

bool PartnerParts::is_tied(std::uint32_t unit) const {
    return seeker_ != nothing && data_.ties.out().has(seeker_, unit);
}

std::vector<std::uint32_t> PartnerParts::candidates() const {
    std::vector<std::uint32_t> found;
    const auto home = network().actors[options_.seeker].country;
    for (std::uint32_t unit = 0; unit < on_challenge_.size(); ++unit) {
        const auto country = data_.institutions.countries[unit];
        const auto& own = network().actors[actor(unit)];
        if (unit == seeker_ || own.is_withdrawn ||
            (own.kind == ActorKind::Company && !options_.companies) ||
            !std::ranges::binary_search(options_.countries, country) ||
            (options_.abroad && country == home) || (options_.new_only && is_tied(unit)))
            continue;
        if (cosine(unit) > 0 || !on_challenge_[unit].empty()) found.push_back(unit);
    }
    return found;
}

ProposedPartner PartnerParts::proposal(std::uint32_t unit) const {
    ProposedPartner found;
    found.actor = actor(unit);
    const std::array<double, component_count> values{
        shared_challenge(unit), cosine(unit),
        complementarity(unit),  trust(unit),
        common_partners(unit),  track_record(unit),
        technology(unit),       nearness(unit),
        priority(unit),         refusals_.contains(unit) ? 1.0 : 0.0};
    for (std::size_t at = 0; at < component_count; ++at) found.parts[at].value = values[at];
    found.is_tied = is_tied(unit);
    found.is_known =
        data_.coverage.is_known(data_.institutions.countries[unit], options_.least_coverage);
    return found;
}

bool PartnerParts::has_topic(std::uint32_t unit, std::uint32_t topic) const {
    return std::ranges::binary_search(data_.basis.topics.of(unit), topic, {}, &Mention::theme);
}

double PartnerParts::cosine(std::uint32_t unit) const {
    double product = 0;
    double own = 0;
    for (const auto& [topic, count] : data_.basis.topics.of(unit)) {
        product += count * wanted_[topic];
        own += count * count;
    }
    return own > 0 && wanted_length_ > 0 ? product / std::sqrt(own * wanted_length_) : 0;
}

// Each further event on the challenge halves what is missing to 1.
double PartnerParts::shared_challenge(std::uint32_t unit) const {
    return 1 - std::exp2(-static_cast<double>(on_challenge_[unit].size()));
}

double PartnerParts::complementarity(std::uint32_t unit) const {
    double all = 0;
    double of_seeker = 0;
    double of_unit = 0;
    double of_both = 0;
    for (std::uint32_t topic = 0; topic < wanted_.size(); ++topic) {
        if (wanted_[topic] <= 0) continue;
        const auto has_seeker = seeker_ != nothing && has_topic(seeker_, topic);
        const auto has_unit = has_topic(unit, topic);
        ++all;
        of_seeker += has_seeker ? 1 : 0;
        of_unit += has_unit ? 1 : 0;
        of_both += has_seeker || has_unit ? 1 : 0;
    }
    return all > 0 ? (of_both - std::max(of_seeker, of_unit)) / all : 0;
}

double PartnerParts::trust(std::uint32_t unit) const {
    return std::isfinite(way_cost_[unit]) ? std::exp(-way_cost_[unit]) : 0;
}

double PartnerParts::common_partners(std::uint32_t unit) const {
    return most_common_ > 0 ? common_[unit] / most_common_ : 0;
}

double PartnerParts::track_record(std::uint32_t unit) const {
    const auto& own = data_.basis.finished[unit];
    return own.all == 0 ? 0 : wilson_interval(own.across_borders, own.all).low;
}

double PartnerParts::technology(std::uint32_t unit) const {
    double readiest = 0;
    for (const auto& [readiness, id] : offers_[unit]) readiest = std::max(readiest, readiness);
    return readiest;
}

std::optional<double> PartnerParts::distance(std::uint32_t unit) const {
    const auto here = network().actors[options_.seeker].country;
    const auto there = data_.institutions.countries[unit];
    if (here == no_country || there == no_country) return {};
    return kilometers(network().countries[here], network().countries[there]);
}

double PartnerParts::nearness(std::uint32_t unit) const {
    const auto away = distance(unit);
    return away ? std::max(0.0, 1 - *away / half_way_around) : 0;
}

double PartnerParts::priority(std::uint32_t unit) const {
    const auto country = data_.institutions.countries[unit];
    const auto& events = data_.basis.country_events;
    double most = 0;
    for (const auto one : options_.countries) most = std::max(most, events[one]);
    return most == 0 || country == no_country ? 0 : 1 - events[country] / most;
}

} // namespace lintas::collaboration
