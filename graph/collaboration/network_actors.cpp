#include "graph/collaboration/network_actors.h"

#include <algorithm>
#include <map>
#include <optional>

namespace lintas::collaboration {

namespace {

struct LabelledKind {
    std::string_view label;
    ActorKind kind;
};

// A node with several of these labels is what the first of them says.
constexpr LabelledKind actor_kinds[] = {
    {"Researcher", ActorKind::Researcher},
    {"Company", ActorKind::Company},
    {"Institution", ActorKind::Institution},
    {"Country", ActorKind::Country},
};

Nodes nodes_of(const std::vector<Actor>& actors) {
    Nodes nodes;
    nodes.reserve(actors.size());
    for (const auto& actor : actors) nodes.push_back(actor.node);
    return nodes;
}

bool is_false(const Column& column, std::size_t row) {
    if (column.is_null(row)) return false;
    const auto value = column.value(row);
    return value.is(ValueType::Boolean) && !value.boolean();
}

void add_nodes(const Reader& reader, std::vector<Actor>& actors) {
    std::vector<Actor> found;
    for (const auto& [label, kind] : actor_kinds)
        for (const auto node : reader.nodes(label)) found.push_back({node, kind});
    std::ranges::stable_sort(found, {}, &Actor::node);
    const auto repeated = std::ranges::unique(found, {}, &Actor::node);
    found.erase(repeated.begin(), repeated.end());
    actors = std::move(found);
}

// Where an organisation is: the country of its first location, in the order of their ids.
void place(const Reader& reader, const Nodes& nodes, Network& network) {
    std::vector<std::optional<RelationshipId>> first(nodes.size());
    reader.expand(nodes, "LOCATED_IN", Direction::Outgoing,
                  [&](std::size_t row, NodeId country, RelationshipId location) {
                      const auto number = network.countries.find(country);
                      if (number == no_country || (first[row] && *first[row] <= location)) return;
                      first[row] = location;
                      network.actors[row].country = number;
                  });
    for (auto& actor : network.actors)
        if (actor.kind == ActorKind::Country) actor.country = network.countries.find(actor.node);
}

void join_parts(const Reader& reader, const Nodes& nodes, Network& network) {
    reader.expand(nodes, "PART_OF", Direction::Outgoing,
                  [&](std::size_t row, NodeId whole, RelationshipId) {
                      const auto parent = network.find_actor(whole);
                      auto& own = network.actors[row].parent;
                      if (parent != nothing && parent != row) own = std::min(own, parent);
                  });
}

struct AffiliationOf {
    std::uint32_t person = nothing;
    Affiliation affiliation;
};

std::vector<AffiliationOf> affiliations_of(const Reader& reader, const Nodes& nodes,
                                           const Network& network) {
    std::vector<AffiliationOf> found;
    reader.expand(
        nodes, "AFFILIATED_WITH", Direction::Outgoing,
        [&](std::size_t row, NodeId institution, RelationshipId relationship) {
            const auto number = network.find_actor(institution);
            if (number != nothing)
                found.push_back({static_cast<std::uint32_t>(row), {number, {}, relationship}});
        });
    Relationships relationships;
    for (const auto& [person, affiliation] : found)
        relationships.push_back(affiliation.relationship);
    const auto from = reader.values("from", relationships);
    const auto to = reader.values("to", relationships);
    const auto year = reader.values("year", relationships);
    for (std::size_t row = 0; row < found.size(); ++row) {
        auto& period = found[row].affiliation.period;
        period = {first_day_of(from.value(row)), last_day_of(to.value(row))};
        if (period.from || period.to || year.is_null(row)) continue;
        period = {first_day_of(year.value(row)), last_day_of(year.value(row))};
    }
    return found;
}

void affiliate(const Reader& reader, const Nodes& nodes, Network& network) {
    const auto found = affiliations_of(reader, nodes, network);
    std::size_t next = 0;
    for (std::uint32_t actor = 0; actor < nodes.size(); ++actor) {
        for (; next < found.size() && found[next].person == actor; ++next)
            network.affiliations.items.push_back(found[next].affiliation);
        network.affiliations.end_list();
        auto& own = network.actors[actor].country;
        for (const auto& affiliation : network.affiliations.of(actor))
            if (own == no_country || !affiliation.period.to)
                own = network.actors[affiliation.institution].country;
    }
}

} // namespace

void read_actors(const Reader& reader, Network& network) {
    add_nodes(reader, network.actors);
    const auto nodes = nodes_of(network.actors);
    network.actor_places = NodeIndex{nodes};
    place(reader, nodes, network);
    join_parts(reader, nodes, network);
    affiliate(reader, nodes, network);
    const auto shareable = reader.values("shareable", nodes);
    const auto consent = reader.values("consent", nodes);
    const auto status = reader.values("status", nodes);
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        network.actors[row].shareable = !is_false(shareable, row) && !is_false(consent, row);
        if (status.is_null(row)) continue;
        const auto said = status.value(row);
        network.actors[row].is_withdrawn =
            said.is(ValueType::String) && said.string() == "withdrawn";
    }
}

} // namespace lintas::collaboration
