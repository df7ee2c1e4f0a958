// collab.robustness, collab.communities, collab.assortativity and collab.ego: how the network hangs
// together.
#include "graph/algorithms/communities.h"
#include "graph/algorithms/greedy_communities.h"
#include "graph/algorithms/mixing.h"
#include "graph/collaboration/ego.h"
#include "graph/collaboration/robustness.h"
#include "query/procedures/collaboration_network.h"
#include "query/procedures/collaboration_procedures.h"

#include <algorithm>
#include <map>

namespace lintas::query {

namespace {

using namespace collaboration;

constexpr std::string_view robustness_definition =
    "Loss: the share of the foreign units that the country's own reach now and would not reach "
    "without this one; core: its core number; articulation: its component falls apart without it";
constexpr std::string_view communities_definition =
    "Communities that make modularity large, over joint events weighted 1/(k-1)";
constexpr std::string_view assortativity_definition =
    "Newman's assortativity by group over joint events; within and between: joint events; "
    "externalInternal: (between - within) / (between + within)";
constexpr std::string_view ego_definition =
    "What is around a unit, the strongest ties first; strength: joint events weighted 1/(k-1)";

ProcedureAnswerPointer answer_robustness(const Options& options, ProcedureContext& context) {
    const UnitNetwork network{options, context, TieWeight::None};
    const auto& countries = network.network().countries;
    const auto day = day_of_membership(network.projection().options);
    if (!options.has("country")) options.refuse("country", "is needed: whose ties are looked at");
    const auto home_countries = countries_meant(options, "country", network.network(), day);
    const auto home = units_in(network.projection(), home_countries);
    const auto reached = options.has("toRegion")
                             ? countries.meant_by(options.string("toRegion"), day)
                             : countries_meant(options, "otherCountry", network.network(), day);
    std::vector<std::uint8_t> abroad(network.projection().units.size());
    for (std::uint32_t unit = 0; unit < abroad.size(); ++unit) {
        const auto country = network.projection().countries[unit];
        abroad[unit] = std::ranges::find(reached, country) != reached.end() &&
                       std::ranges::find(home_countries, country) == home_countries.end();
    }
    const auto weak = weak_ties_of(context.graph, network.shared(), context.work);
    const auto found = robustness(network.graph(), *weak, home, abroad, context.work);
    const auto note = about(network.projection(), context,
                            {robustness_definition,
                             found.vertices.size(),
                             false,
                             {{"reach", static_cast<std::int64_t>(found.reach)},
                              {"home", static_cast<std::int64_t>(home.size())}}});
    ProcedureRows rows;
    for (const auto& weakness : found.vertices) {
        std::vector<std::string> bridges;
        for (const auto other : weakness.bridges) bridges.push_back(network.name(other));
        rows.push_back({network.projection().units[weakness.vertex], network.name(weakness.vertex),
                        network.country(weakness.vertex), weakness.is_articulation,
                        std::int64_t{weakness.core}, weakness.loss, texts_value(bridges),
                        static_cast<std::int64_t>(found.reach), note});
    }
    return answer_of(std::move(rows));
}

algorithms::Communities communities_of(const UnitNetwork& network, const Options& options,
                                       const algorithms::Work& work) {
    const algorithms::CommunityRules rules{.resolution = options.number("resolution"),
                                           .seed =
                                               static_cast<std::uint64_t>(options.integer("seed"))};
    const auto& method = options.string("method");
    if (method == "louvain") return algorithms::louvain(network.graph(), rules, work);
    if (method == "greedy") return algorithms::greedy_communities(network.graph(), rules, work);
    return algorithms::leiden(network.graph(), rules, work);
}

ProcedureAnswerPointer answer_communities(const Options& options, ProcedureContext& context) {
    const UnitNetwork network{options, context, TieWeight::ByPartner};
    const auto found = communities_of(network, options, context.work);
    std::vector<std::int64_t> sizes(found.count);
    for (std::uint32_t unit = 0; unit < found.of.size(); ++unit)
        if (network.counts().strengths[unit] > 0) ++sizes[found.of[unit]];
    const auto wanted = network.wanted(options);
    const auto note = about(network.projection(), context, {communities_definition, wanted.size()});
    ProcedureRows rows;
    for (const auto unit : wanted)
        rows.push_back({network.projection().units[unit], network.name(unit), network.country(unit),
                        std::int64_t{found.of[unit]}, sizes[found.of[unit]], found.modularity,
                        note});
    return answer_of(std::move(rows));
}

ProcedureAnswerPointer answer_assortativity(const Options& options, ProcedureContext& context) {
    const UnitNetwork network{options, context, TieWeight::Joint};
    // A country is grouped by its region: by itself it would have no tie within.
    auto groups = network.groups(options);
    const auto matrix = algorithms::mixing_matrix(network.graph(), groups);
    const auto split = algorithms::external_internal(network.graph(), groups);
    const auto plain = tie_graph(network.projection(), network.counts(), TieWeight::None);
    const auto note = about(network.projection(), context, {assortativity_definition, 1});
    return answer_of(
        ProcedureRows{{options.string("groups"), optional_value(algorithms::assortativity(matrix)),
                       optional_value(algorithms::degree_assortativity(plain)), split.internal,
                       split.external, optional_value(split.index), note}});
}

std::uint32_t middle_of(const UnitNetwork& network, const Options& options) {
    if (!options.has("node")) options.refuse("node", "is needed: a node or an id");
    if (options.value("node").is(ValueType::Node))
        if (const auto unit = network.projection().find_unit(options.node("node")); unit != nothing)
            return unit;
    auto actor = actor_meant(options, "node", network.network(), network.reader());
    if (network.projection().options.roll_up) actor = network.network().root(actor);
    return network.projection().find_unit(network.network().actors[actor].node);
}

Value vertex_value(const UnitNetwork& network, const EgoVertex& vertex) {
    const auto node = network.projection().units[vertex.unit];
    return Value{
        Map{{"id", network.name(vertex.unit)},
            {"node", node},
            {"name", name_of(network.reader(), node)},
            {"country", network.country(vertex.unit)},
            {"depth", std::int64_t{vertex.depth}},
            {"strength", vertex.strength},
            {"events", static_cast<std::int64_t>(network.counts().sizes[vertex.unit].events)}}};
}

ProcedureAnswerPointer answer_ego(const Options& options, ProcedureContext& context) {
    const UnitNetwork network{options, context, TieWeight::None};
    const auto middle = middle_of(network, options);
    if (middle == nothing) {
        const auto note = about(network.projection(), context, {ego_definition});
        return answer_of(
            ProcedureRows{{Value{List{}}, Value{List{}}, false, std::int64_t{0}, note}});
    }
    const auto found =
        ego(network.projection(), network.counts(), middle,
            static_cast<std::uint32_t>(options.integer("depth")),
            static_cast<std::size_t>(options.integer("maxNodes")),
            options.string("sortBy") == "strength" ? EgoOrder::Strength : EgoOrder::Degree);
    List vertices;
    for (const auto& vertex : found.vertices) vertices.push_back(vertex_value(network, vertex));
    List edges;
    for (const auto& tie : found.ties)
        edges.emplace_back(Map{{"from", network.name(tie.left)},
                               {"to", network.name(tie.right)},
                               {"strength", tie.by_partner},
                               {"events", std::int64_t{tie.joint}}});
    const auto is_truncated = found.total > found.vertices.size();
    const auto note =
        about(network.projection(), context, {ego_definition, found.total, is_truncated});
    return answer_of(ProcedureRows{{Value{std::move(vertices)}, Value{std::move(edges)},
                                    is_truncated, static_cast<std::int64_t>(found.total), note}});
}

} // namespace

Procedure robustness_procedure() {
    return options_procedure(
        "collab.robustness",
        network_options(
            {{"country",
              Accepts::String | Accepts::List,
              {},
              "Whose ties are looked at: a country, a region or a list of them"},
             {"toRegion",
              Accepts::String,
              {},
              "What is to be reached: a region or a country; all others where it is not given"},
             {"otherCountry",
              Accepts::String | Accepts::List,
              {},
              "The same as a list of countries"}}),
        {{"node", Accepts::Node},
         {"unit", Accepts::String},
         {"country", Accepts::String},
         {"articulation", Accepts::Boolean},
         {"core", Accepts::Integer},
         {"loss", Accepts::Float},
         {"bridges", Accepts::List},
         {"reach", Accepts::Integer},
         {"about", Accepts::Map}},
        answer_robustness, "Whose loss would cut a country off, the worst first");
}

Procedure communities_procedure() {
    return options_procedure(
        "collab.communities",
        network_options(
            {country_limit(),
             drawing_seed(),
             {"method",
              Accepts::String,
              "leiden",
              "How communities are found",
              {"leiden", "louvain", "greedy"}},
             {"resolution", Accepts::Float, 1.0, "Larger: smaller communities", {}, 0}}),
        {{"node", Accepts::Node},
         {"unit", Accepts::String},
         {"country", Accepts::String},
         {"community", Accepts::Integer},
         {"size", Accepts::Integer},
         {"modularity", Accepts::Float},
         {"about", Accepts::Map}},
        answer_communities, "Which units work together more than with others");
}

Procedure assortativity_procedure() {
    return options_procedure("collab.assortativity",
                             network_options({{"groups",
                                               Accepts::String,
                                               "country",
                                               "What units are grouped by",
                                               {"country", "region"}}}),
                             {{"groups", Accepts::String},
                              {"coefficient", Accepts::Float},
                              {"byDegree", Accepts::Float},
                              {"within", Accepts::Float},
                              {"between", Accepts::Float},
                              {"externalInternal", Accepts::Float},
                              {"about", Accepts::Map}},
                             answer_assortativity,
                             "How far units keep to their own country or region");
}

Procedure ego_procedure() {
    return options_procedure(
        "collab.ego",
        network_options(
            {{"node",
              Accepts::Node | Accepts::String,
              {},
              "The unit in the middle, as a node or its id"},
             {"depth", Accepts::Integer, 1, "So many ties away", {}, 1, 5},
             {"maxNodes", Accepts::Integer, 100, "At most so many units", {}, 1, 10'000},
             {"sortBy",
              Accepts::String,
              "strength",
              "Which units are kept first",
              {"strength", "degree"}}}),
        {{"vertices", Accepts::List},
         {"edges", Accepts::List},
         {"truncated", Accepts::Boolean},
         {"total", Accepts::Integer},
         {"about", Accepts::Map}},
        answer_ego, "A bounded neighbourhood of a unit, to draw");
}

} // namespace lintas::query
