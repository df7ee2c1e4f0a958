// The evidence of the parts of partners' scores: only looked up for partners that are proposed.
#include "graph/collaboration/evidence.h"
#include "graph/collaboration/partner_parts.h"

#include <algorithm>
#include <cmath>

namespace lintas::collaboration {

namespace {

constexpr std::size_t most_pieces = 5;

List ids_of_nodes(const Reader& reader, std::span<const NodeId> nodes) {
    List list;
    for (auto& id : known_as(reader, nodes)) list.emplace_back(std::move(id));
    return list;
}

List ids_of_newest(const Reader& reader, const Network& network,
                   std::span<const std::uint32_t> events) {
    Nodes nodes;
    for (const auto event : newest(network, {events.begin(), events.end()}, most_pieces))
        nodes.push_back(network.events[event].node);
    return ids_of_nodes(reader, nodes);
}

} // namespace

void PartnerParts::explain(ProposedPartner& partner) const {
    const auto unit = data_.institutions.find_unit(network().actors[partner.actor].node);
    const auto add = [&](Component component, List evidence) {
        partner.parts[static_cast<std::size_t>(component)].evidence = std::move(evidence);
    };
    add(Component::SharedChallenge, ids_of_newest(data_.reader, network(), on_challenge_[unit]));
    add(Component::Topics, shared_topics(unit));
    add(Component::Complementarity, added_topics(unit));
    partner.way = way_to(unit);
    add(Component::Trust, ids_of_nodes(data_.reader, partner.way));
    add(Component::CommonPartners, ids_of_nodes(data_.reader, known_to_both(unit)));
    add(Component::TrackRecord,
        ids_of_newest(data_.reader, network(), data_.basis.finished_across.of(unit)));
    add(Component::Technology, offers(unit));
    add(Component::Nearness, kilometers_to(unit));
    add(Component::Priority, country_if_any(unit));
    if (const auto found = refusals_.find(unit); found != refusals_.end())
        add(Component::Refusal, found->second);
}

List PartnerParts::shared_topics(std::uint32_t unit) const {
    List list;
    for (const auto& [topic, count] : data_.basis.topics.of(unit))
        if (wanted_[topic] > 0 && list.size() < most_pieces)
            list.emplace_back(network().topics[topic].id);
    return list;
}

List PartnerParts::added_topics(std::uint32_t unit) const {
    List list;
    for (std::uint32_t topic = 0; topic < wanted_.size(); ++topic)
        if (wanted_[topic] > 0 && list.size() < most_pieces && has_topic(unit, topic) &&
            (seeker_ == nothing || !has_topic(seeker_, topic)))
            list.emplace_back(network().topics[topic].id);
    return list;
}

std::vector<NodeId> PartnerParts::way_to(std::uint32_t unit) const {
    std::vector<NodeId> way;
    if (!std::isfinite(way_cost_[unit])) return way;
    for (auto at = unit; at != nothing; at = way_before_[at])
        way.push_back(data_.institutions.units[at]);
    std::ranges::reverse(way);
    return way;
}

std::vector<NodeId> PartnerParts::known_to_both(std::uint32_t unit) const {
    std::vector<NodeId> both;
    if (seeker_ == nothing) return both;
    for (const auto between : data_.ties.out().row(seeker_))
        if (both.size() < most_pieces && between != unit && data_.ties.out().has(between, unit))
            both.push_back(data_.institutions.units[between]);
    return both;
}

List PartnerParts::offers(std::uint32_t unit) const {
    List list;
    for (const auto& [readiness, id] : offers_[unit])
        if (list.size() < most_pieces) list.emplace_back(id);
    return list;
}

List PartnerParts::kilometers_to(std::uint32_t unit) const {
    const auto away = distance(unit);
    if (!away) return {};
    return {Value{static_cast<std::int64_t>(std::llround(*away))}, Value{"kilometers"}};
}

List PartnerParts::country_if_any(std::uint32_t unit) const {
    const auto country = data_.institutions.countries[unit];
    const auto has_events = std::ranges::any_of(
        options_.countries, [&](CountryNumber one) { return data_.basis.country_events[one] > 0; });
    if (!has_events || country == no_country) return {};
    return {Value{network().countries[country].iso2}};
}

} // namespace lintas::collaboration
