// collab.centrality, collab.holes and collab.brokerage: who stands where in the network.
#include "graph/algorithms/betweenness.h"
#include "graph/algorithms/brokerage.h"
#include "graph/algorithms/closeness.h"
#include "graph/algorithms/core_numbers.h"
#include "graph/algorithms/page_rank.h"
#include "graph/algorithms/random.h"
#include "graph/algorithms/structural_holes.h"
#include "query/procedures/collaboration_network.h"
#include "query/procedures/collaboration_procedures.h"

#include <algorithm>

namespace lintas::query {

namespace {

using namespace collaboration;
using algorithms::Workers;

const Option groups_option{
    "groups", Accepts::String, "country", "What units are grouped by", {"country", "region"}};
const Option sources_option{"sources",
                            Accepts::Integer,
                            {},
                            "Betweenness from so many random units in place of all; as many as "
                            "take few seconds where it is not given",
                            {},
                            1};

constexpr std::string_view centrality_definition =
    "Degree: units with joint events; strength: joint events; betweenness: the share of shortest "
    "ways between others, normalised; closeness: reached units over the sum of the ways to them; "
    "pageRank over joint events";
constexpr std::string_view holes_definition =
    "Burt's constraint over joint events weighted 1/(k-1), effective size of the unweighted "
    "network (degree less the average degree among neighbours), efficiency: effective size by "
    "degree";
constexpr std::string_view brokerage_definition =
    "Gould and Fernandez: open two-paths by groups, each pair in both orders; p is the share of "
    "random groupings in which the unit brokers between groups as often or more";

// What makes a computation over all units another one; whose units are shown does not.
struct CentralityKey {
    CountedPointer counted;
    std::string groups;
    std::uint64_t seed = 0;
    algorithms::Vertex sources = 0;

    bool operator==(const CentralityKey&) const = default;
};

// Shared with questions about other countries of the same network.
template <typename Made, typename Make>
std::shared_ptr<const Made> shared_by_key(LastMade<CentralityKey, Made>& last,
                                          const UnitNetwork& network, const CentralityKey& key,
                                          const Make& make) {
    if (is_own_view(network.reader().snapshot())) return make();
    const auto belongs = [&](const CentralityKey& other) {
        return other.counted->projection.network == key.counted->projection.network;
    };
    return last.get(key, belongs, make);
}

std::shared_ptr<const std::vector<algorithms::BrokerageRoles>>
roles_of(const UnitNetwork& network, const std::vector<std::uint32_t>& groups,
         const Options& options, const Workers& workers) {
    using Roles = std::vector<algorithms::BrokerageRoles>;
    static LastMade<CentralityKey, Roles> last{1};
    const CentralityKey key{network.shared(), options.string("groups")};
    return shared_by_key(last, network, key, [&] {
        return std::make_shared<const Roles>(
            algorithms::brokerage(network.graph(), groups, workers));
    });
}

std::shared_ptr<const algorithms::Betweenness>
betweenness_of(const UnitNetwork& network, const Options& options, const Workers& workers) {
    const auto sources = options.has("sources")
                             ? static_cast<algorithms::Vertex>(options.integer("sources"))
                             : algorithms::affordable_sources(network.graph());
    const CentralityKey key{network.shared(),
                            {},
                            static_cast<std::uint64_t>(options.integer("seed")),
                            std::min(sources, network.graph().size())};
    static LastMade<CentralityKey, algorithms::Betweenness> last{1};
    return shared_by_key(last, network, key, [&] {
        return std::make_shared<const algorithms::Betweenness>(
            algorithms::sampled_betweenness(network.graph(), key.sources, key.seed, workers));
    });
}

ProcedureAnswerPointer answer_centrality(const Options& options, ProcedureContext& context) {
    const UnitNetwork network{options, context, TieWeight::None};
    const Workers workers{context.work};
    const auto between = betweenness_of(network, options, workers);
    const auto scale = algorithms::betweenness_scale(network.graph());
    const auto reach = algorithms::reach_of_all(network.graph(), workers);
    const auto weighted = tie_graph(network.projection(), network.counts(), TieWeight::Joint);
    const auto ranks = algorithms::page_rank(weighted, {}, {}, workers).ranks;
    const auto cores = algorithms::core_numbers(network.graph(), context.work);
    const auto wanted = network.wanted(options);
    const auto note = about(network.projection(), context, {centrality_definition, wanted.size()});
    const auto is_sampled = !between->errors.empty();
    ProcedureRows rows;
    for (const auto unit : wanted)
        rows.push_back({network.projection().units[unit], network.name(unit), network.country(unit),
                        std::int64_t{network.graph().out().degree(unit)},
                        network.counts().strengths[unit], between->values[unit] * scale,
                        is_sampled ? Value{between->errors[unit] * scale} : Value{},
                        reach[unit].closeness(), ranks[unit], std::int64_t{cores[unit]}, is_sampled,
                        note});
    return answer_of(std::move(rows));
}

ProcedureAnswerPointer answer_holes(const Options& options, ProcedureContext& context) {
    const UnitNetwork network{options, context, TieWeight::ByPartner};
    const Workers workers{context.work};
    const auto plain = tie_graph(network.projection(), network.counts(), TieWeight::None);
    const auto constraints = algorithms::structural_holes(network.graph(), workers);
    const auto sizes = algorithms::structural_holes(plain, workers);
    const auto wanted = network.wanted(options);
    const auto note = about(network.projection(), context, {holes_definition, wanted.size()});
    ProcedureRows rows;
    for (const auto unit : wanted)
        rows.push_back(
            {network.projection().units[unit], network.name(unit), network.country(unit),
             optional_value(constraints[unit].constraint), optional_value(sizes[unit].constraint),
             optional_value(sizes[unit].effective_size), optional_value(sizes[unit].efficiency()),
             std::int64_t{sizes[unit].degree}, note});
    return answer_of(std::move(rows));
}

// How often a unit brokers between groups, which a random grouping leaves to chance.
std::uint64_t between_groups(const algorithms::BrokerageRoles& roles) {
    return roles.total() - roles.coordinator;
}

// The share of random groupings in which each unit brokers as often or more.
std::vector<double> chances(const UnitNetwork& network, std::vector<std::uint32_t> groups,
                            const std::vector<algorithms::BrokerageRoles>& observed,
                            const Options& options, const Workers& workers) {
    const auto rounds = options.integer("permutations");
    std::vector<double> as_often(observed.size());
    algorithms::Random random{static_cast<std::uint64_t>(options.integer("seed"))};
    for (std::int64_t round = 0; round < rounds; ++round) {
        random.shuffle(std::span{groups});
        const auto drawn = algorithms::brokerage(network.graph(), groups, workers);
        for (std::size_t unit = 0; unit < drawn.size(); ++unit)
            if (between_groups(drawn[unit]) >= between_groups(observed[unit])) ++as_often[unit];
    }
    for (auto& count : as_often) count = (count + 1) / (static_cast<double>(rounds) + 1);
    return as_often;
}

ProcedureAnswerPointer answer_brokerage(const Options& options, ProcedureContext& context) {
    const UnitNetwork network{options, context, TieWeight::None};
    const Workers workers{context.work};
    const auto groups = network.groups(options);
    const auto shared_roles = roles_of(network, groups, options, workers);
    const auto& roles = *shared_roles;
    const auto between = betweenness_of(network, options, workers);
    const auto scale = algorithms::betweenness_scale(network.graph());
    const auto has_chances = options.integer("permutations") > 0;
    std::vector<double> p;
    if (has_chances) p = chances(network, groups, roles, options, workers);
    const auto wanted = network.wanted(options);
    const auto note = about(network.projection(), context, {brokerage_definition, wanted.size()});
    ProcedureRows rows;
    for (const auto unit : wanted) {
        const auto& own = roles[unit];
        rows.push_back(
            {network.projection().units[unit], network.name(unit),
             network.group_name(unit, options), between->values[unit] * scale,
             static_cast<std::int64_t>(own.coordinator), static_cast<std::int64_t>(own.consultant),
             static_cast<std::int64_t>(own.representative),
             static_cast<std::int64_t>(own.gatekeeper), static_cast<std::int64_t>(own.liaison),
             static_cast<std::int64_t>(own.total()), has_chances ? Value{p[unit]} : Value{}, note});
    }
    return answer_of(std::move(rows));
}

} // namespace

Procedure centrality_procedure() {
    return options_procedure(
        "collab.centrality", network_options({country_limit(), sources_option, drawing_seed()}),
        {{"node", Accepts::Node},
         {"unit", Accepts::String},
         {"country", Accepts::String},
         {"degree", Accepts::Integer},
         {"strength", Accepts::Float},
         {"betweenness", Accepts::Float},
         {"betweennessError", Accepts::Float},
         {"closeness", Accepts::Float},
         {"pageRank", Accepts::Float},
         {"core", Accepts::Integer},
         {"sampled", Accepts::Boolean},
         {"about", Accepts::Map}},
        answer_centrality, "Who is central in the network of units with joint events");
}

Procedure holes_procedure() {
    return options_procedure("collab.holes", network_options({country_limit()}),
                             {{"node", Accepts::Node},
                              {"unit", Accepts::String},
                              {"country", Accepts::String},
                              {"constraint", Accepts::Float},
                              {"binaryConstraint", Accepts::Float},
                              {"effectiveSize", Accepts::Float},
                              {"efficiency", Accepts::Float},
                              {"degree", Accepts::Integer},
                              {"about", Accepts::Map}},
                             answer_holes, "Burt's structural holes around each unit");
}

Procedure brokerage_procedure() {
    return options_procedure("collab.brokerage",
                             network_options({country_limit(),
                                              groups_option,
                                              sources_option,
                                              drawing_seed(),
                                              {"permutations",
                                               Accepts::Integer,
                                               0,
                                               "So many random groupings, to tell what chance does",
                                               {},
                                               0,
                                               10'000}}),
                             {{"node", Accepts::Node},
                              {"unit", Accepts::String},
                              {"group", Accepts::String},
                              {"betweenness", Accepts::Float},
                              {"coordinator", Accepts::Integer},
                              {"consultant", Accepts::Integer},
                              {"representative", Accepts::Integer},
                              {"gatekeeper", Accepts::Integer},
                              {"liaison", Accepts::Integer},
                              {"total", Accepts::Integer},
                              {"p", Accepts::Float},
                              {"about", Accepts::Map}},
                             answer_brokerage,
                             "Who brokers between countries or regions, and in which role");
}

} // namespace lintas::query
