#include "graph/collaboration/partner_parts.h"

#include "graph/collaboration/distributions.h"
#include "graph/collaboration/evidence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>

namespace lintas::collaboration {

namespace {

constexpr double half_life = 4;
constexpr double half_way_around = 20'015; // kilometers
constexpr double highest_readiness = 9;
constexpr std::size_t most_evidence = 5;

List ids_of(const Reader& reader, const Network& network, std::vector<std::uint32_t> events) {
    Nodes nodes;
    for (const auto event : newest(network, std::move(events), most_evidence))
        nodes.push_back(network.events[event].node);
    List list;
    for (auto& id : known_as(reader, nodes)) list.emplace_back(std::move(id));
    return list;
}

} // namespace

PartnerParts::PartnerParts(const PartnerData& data, const PartnerOptions& options)
    : data_{data}, options_{options}, on_challenge_(data.institutions.units.size()),
      projects_(on_challenge_.size()), offers_(on_challenge_.size()),
      country_events_(network().countries.size()) {
    auto root = options.seeker;
    if (data.institutions.options.roll_up) root = network().root(root);
    seeker_ = data.institutions.find_unit(network().actors[root].node);
    list_events();
    read_events();
    count_topics();
    if (options.topics.empty() && !options.challenge) {
        wanted_.assign(network().topics.size(), 0);
        if (seeker_ != nothing)
            for (const auto& [topic, count] : topics_.of(seeker_)) wanted_[topic] = count;
    }
    for (const auto score : wanted_) wanted_length_ += score * score;
    read_technologies();
    read_refusals();
    find_ways();
    find_common_partners();
}

void PartnerParts::list_events() {
    const auto& projection = data_.institutions;
    events_.begins.assign(projection.units.size() + 1, 0);
    for (const auto& member : projection.members.items) ++events_.begins[member.unit + 1];
    std::partial_sum(events_.begins.begin(), events_.begins.end(), events_.begins.begin());
    events_.items.resize(projection.members.items.size());
    auto free = events_.begins;
    for (std::uint32_t at = 0; at < projection.events.size(); ++at)
        for (const auto& member : projection.members.of(at))
            events_.items[free[member.unit]++] = at;
}

void PartnerParts::count_topics() {
    const auto& projection = data_.institutions;
    std::vector<double> counts(network().topics.size());
    std::vector<std::uint32_t> found;
    for (std::uint32_t unit = 0; unit < projection.units.size(); ++unit) {
        found.clear();
        for (const auto at : events_.of(unit))
            for (const auto& [topic, score] :
                 network().event_topics.of(projection.events[at].event)) {
                if (counts[topic] == 0) found.push_back(topic);
                counts[topic] += score;
            }
        // A topic whose scores cancel each other out, or are 0, is found more than once.
        std::ranges::sort(found);
        found.erase(std::ranges::unique(found).begin(), found.end());
        for (const auto topic : found)
            topics_.items.push_back({topic, std::exchange(counts[topic], 0)});
        topics_.end_list();
    }
}

void PartnerParts::read_events() {
    wanted_.assign(network().topics.size(), 0);
    if (options_.challenge)
        for (const auto& mention : network().challenge_topics.of(*options_.challenge))
            wanted_[mention.theme] = mention.score;
    for (std::size_t topic = 0; topic < options_.topics.size(); ++topic)
        if (options_.topics[topic] != 0) wanted_[topic] = std::max(wanted_[topic], 1.0);
    const auto& projection = data_.institutions;
    for (std::uint32_t at = 0; at < projection.events.size(); ++at) {
        const auto& [number, is_international] = projection.events[at];
        const auto& event = network().events[number];
        const auto challenges = network().event_challenges.of(number);
        const auto is_on_challenge =
            options_.challenge &&
            std::ranges::find(challenges, *options_.challenge) != challenges.end();
        const auto is_finished = event.kind == EventKind::Project && event.end_year != no_year &&
                                 event.end_year <= present();
        for (const auto& member : projection.members.of(at)) {
            if (is_on_challenge) on_challenge_[member.unit].push_back(number);
            if (const auto country = projection.countries[member.unit]; country != no_country)
                ++country_events_[country];
            if (!is_finished) continue;
            ++projects_[member.unit].finished;
            if (!is_international) continue;
            ++projects_[member.unit].across_borders;
            projects_[member.unit].evidence.push_back(number);
        }
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

double PartnerParts::tie_weight(std::uint32_t event) const {
    const auto& projection = data_.institutions;
    const auto year = network().events[projection.events[event].event].year;
    const auto age = year == no_year ? 0 : std::max(0, present() - year);
    const auto members = projection.members.of(event).size();
    return std::exp2(-age / half_life) / static_cast<double>(std::max<std::size_t>(1, members - 1));
}

// The most trusted ways from the seeker to all others (Dijkstra 1959).
void PartnerParts::find_ways() {
    const auto& projection = data_.institutions;
    way_cost_.assign(projection.units.size(), std::numeric_limits<double>::infinity());
    way_before_.assign(projection.units.size(), nothing);
    if (seeker_ == nothing) return;
    std::vector<double> strengths(projection.units.size());
    std::vector<std::uint32_t> others;
    const auto add_ties_of = [&](std::uint32_t unit) {
        for (const auto at : events_.of(unit)) {
            if (!projection.is_small(at)) continue;
            const auto weight = tie_weight(at);
            for (const auto& other : projection.members.of(at)) {
                if (other.unit == unit) continue;
                if (strengths[other.unit] == 0) others.push_back(other.unit);
                strengths[other.unit] += weight;
            }
        }
    };
    using Reached = std::pair<double, std::uint32_t>;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
    way_cost_[seeker_] = 0;
    open.push({0, seeker_});
    while (!open.empty()) {
        const auto [cost, unit] = open.top();
        open.pop();
        if (cost > way_cost_[unit]) continue;
        others.clear();
        add_ties_of(unit);
        for (const auto other : others) {
            const auto strength = std::exchange(strengths[other], 0);
            const auto through = cost - std::log(-std::expm1(-strength));
            if (through >= way_cost_[other]) continue;
            way_cost_[other] = through;
            way_before_[other] = unit;
            open.push({through, other});
        }
    }
}

void PartnerParts::find_common_partners() {
    common_.assign(data_.institutions.units.size(), 0);
    between_.resize(common_.size());
    if (seeker_ == nothing) return;
    std::vector<std::vector<std::uint32_t>> neighbours(common_.size());
    for (const auto& pair : data_.counts.pairs) {
        neighbours[pair.left].push_back(pair.right);
        neighbours[pair.right].push_back(pair.left);
    }
    for (const auto between : neighbours[seeker_])
        for (const auto other : neighbours[between]) {
            if (other == seeker_) continue;
            common_[other] += 1 / static_cast<double>(neighbours[between].size());
            between_[other].push_back(between);
        }
    for (const auto value : common_) most_common_ = std::max(most_common_, value);
}

bool PartnerParts::is_tied(std::uint32_t unit) const {
    return seeker_ != nothing && data_.counts.pair(seeker_, unit).joint > 0;
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
    found.parts = {
        shared_challenge(unit), topics(unit),       complementarity(unit), trust(unit),
        common_partners(unit),  track_record(unit), technology(unit),      nearness(unit),
        priority(unit),         refusal(unit)};
    found.is_tied = is_tied(unit);
    found.is_known =
        data_.coverage.is_known(data_.institutions.countries[unit], options_.least_coverage);
    return found;
}

bool PartnerParts::has_topic(std::uint32_t unit, std::uint32_t topic) const {
    return std::ranges::binary_search(topics_.of(unit), topic, {}, &Mention::theme);
}

double PartnerParts::cosine(std::uint32_t unit) const {
    double product = 0;
    double own = 0;
    for (const auto& [topic, count] : topics_.of(unit)) {
        product += count * wanted_[topic];
        own += count * count;
    }
    return own > 0 && wanted_length_ > 0 ? product / std::sqrt(own * wanted_length_) : 0;
}

// Each further event on the challenge halves what is missing to 1.
Part PartnerParts::shared_challenge(std::uint32_t unit) const {
    const auto count = static_cast<double>(on_challenge_[unit].size());
    return {1 - std::exp2(-count), ids_of(data_.reader, network(), on_challenge_[unit])};
}

Part PartnerParts::topics(std::uint32_t unit) const {
    Part part{cosine(unit), {}};
    for (const auto& [topic, count] : topics_.of(unit))
        if (wanted_[topic] > 0 && part.evidence.size() < most_evidence)
            part.evidence.emplace_back(network().topics[topic].id);
    return part;
}

Part PartnerParts::complementarity(std::uint32_t unit) const {
    Part part;
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
        if (has_unit && !has_seeker && part.evidence.size() < most_evidence)
            part.evidence.emplace_back(network().topics[topic].id);
    }
    if (all > 0) part.value = (of_both - std::max(of_seeker, of_unit)) / all;
    return part;
}

Part PartnerParts::trust(std::uint32_t unit) const {
    Part part;
    if (!std::isfinite(way_cost_[unit])) return part;
    part.value = std::exp(-way_cost_[unit]);
    for (auto at = unit; at != nothing; at = way_before_[at])
        part.evidence.emplace_back(known_as(data_.reader, data_.institutions.units[at]));
    std::ranges::reverse(part.evidence);
    return part;
}

Part PartnerParts::common_partners(std::uint32_t unit) const {
    Part part;
    if (most_common_ > 0) part.value = common_[unit] / most_common_;
    for (const auto between : between_[unit])
        if (part.evidence.size() < most_evidence)
            part.evidence.emplace_back(known_as(data_.reader, data_.institutions.units[between]));
    return part;
}

Part PartnerParts::track_record(std::uint32_t unit) const {
    const auto& own = projects_[unit];
    if (own.finished == 0) return {};
    return {wilson_interval(own.across_borders, own.finished).low,
            ids_of(data_.reader, network(), own.evidence)};
}

Part PartnerParts::technology(std::uint32_t unit) const {
    Part part;
    for (const auto& [readiness, id] : offers_[unit]) {
        part.value = std::max(part.value, readiness);
        if (part.evidence.size() < most_evidence) part.evidence.emplace_back(id);
    }
    return part;
}

Part PartnerParts::nearness(std::uint32_t unit) const {
    const auto here = network().actors[options_.seeker].country;
    const auto there = data_.institutions.countries[unit];
    if (here == no_country || there == no_country) return {};
    const auto distance = kilometers(network().countries[here], network().countries[there]);
    if (!distance) return {};
    return {std::max(0.0, 1 - *distance / half_way_around),
            {Value{static_cast<std::int64_t>(std::llround(*distance))}, Value{"kilometers"}}};
}

Part PartnerParts::priority(std::uint32_t unit) const {
    const auto country = data_.institutions.countries[unit];
    double most = 0;
    for (const auto one : options_.countries) most = std::max(most, country_events_[one]);
    if (most == 0 || country == no_country) return {};
    return {1 - country_events_[country] / most, {Value{network().countries[country].iso2}}};
}

Part PartnerParts::refusal(std::uint32_t unit) const {
    const auto found = refusals_.find(unit);
    return found == refusals_.end() ? Part{} : Part{1, found->second};
}

} // namespace lintas::collaboration
