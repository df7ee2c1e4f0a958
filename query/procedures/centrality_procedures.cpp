// algo.*: how central a node is.
#include "graph/algorithms/betweenness.h"
#include "graph/algorithms/closeness.h"
#include "graph/algorithms/core_numbers.h"
#include "graph/algorithms/katz.h"
#include "graph/algorithms/page_rank.h"
#include "query/procedures/algorithm_columns.h"
#include "query/procedures/algorithm_graph.h"

namespace lintas::query {

namespace {

using algorithms::Vertex;

ProcedureAnswerPointer degree(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const auto& graph = on.graph();
    Floats strengths;
    Integers degrees;
    for (Vertex v = 0; v < graph.size(); ++v) {
        double strength = 0;
        for (const auto weight : graph.out().weights(v)) strength += weight;
        degrees.push_back(graph.out().degree(v));
        strengths.push_back(graph.is_weighted() ? strength : graph.out().degree(v));
    }
    return answer_of({node_column(graph), {std::move(strengths)}, {std::move(degrees)}});
}

ProcedureAnswerPointer betweenness(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Cost};
    const auto& graph = on.graph();
    auto sources = options.boolean("exact") ? graph.size() : algorithms::affordable_sources(graph);
    if (options.has("samples")) sources = static_cast<Vertex>(options.integer("samples"));
    const auto seed = static_cast<std::uint64_t>(options.integer("seed"));
    auto found = algorithms::sampled_betweenness(graph, sources, seed, on.workers());
    const auto is_sampled = !found.errors.empty();
    if (options.boolean("normalized")) {
        const auto scale = algorithms::betweenness_scale(graph);
        for (auto& value : found.values) value *= scale;
        for (auto& error : found.errors) error *= scale;
    }
    auto errors = is_sampled ? Column{std::move(found.errors)} : same_column(0.0, graph.size());
    return answer_of({node_column(graph),
                      {std::move(found.values)},
                      std::move(errors),
                      same_column(is_sampled, graph.size()),
                      same_column(std::int64_t{found.sources}, graph.size())});
}

ProcedureAnswerPointer closeness(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Cost};
    const auto& graph = on.graph();
    const auto others = graph.size() > 1 ? graph.size() - 1.0 : 1.0;
    Floats values;
    Integers reached;
    for (const auto& reach : algorithms::reach_of_all(graph, on.workers())) {
        auto value = options.boolean("harmonic") ? reach.harmonic / others : reach.closeness();
        if (options.boolean("scaled")) value *= static_cast<double>(reach.vertices) / others;
        values.push_back(value);
        reached.push_back(static_cast<std::int64_t>(reach.vertices));
    }
    return answer_of({node_column(graph), {std::move(values)}, {std::move(reached)}});
}

ProcedureAnswerPointer page_rank(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const auto& graph = on.graph();
    std::vector<double> starts;
    if (options.has("sources")) {
        const auto sources = on.vertices(options, "sources");
        if (sources.empty()) options.refuse("sources", "has no node");
        starts.assign(graph.size(), 0);
        for (const auto source : sources) starts[source] = 1;
    }
    const algorithms::PageRankRules rules{options.number("damping"), options.number("tolerance"),
                                          static_cast<int>(options.integer("rounds"))};
    auto found = algorithms::page_rank(graph, starts, rules, on.workers());
    return answer_of({node_column(graph),
                      {std::move(found.ranks)},
                      same_column(found.has_converged, graph.size())});
}

ProcedureAnswerPointer katz(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    std::optional<double> attenuation;
    if (options.has("attenuation")) attenuation = options.number("attenuation");
    auto found = algorithms::katz(on.graph(), attenuation, on.work());
    return answer_of({node_column(on.graph()),
                      {std::move(found.values)},
                      same_column(found.attenuation, on.graph().size())});
}

ProcedureAnswerPointer coreness(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    return answer_of(
        {node_column(on.graph()), integer_column(algorithms::core_numbers(on.graph(), on.work()))});
}

Procedure betweenness_procedure() {
    return options_procedure(
        "algo.betweenness",
        graph_options(
            WeightMeaning::Cost,
            {{"exact", Accepts::Boolean, false, "Search from all nodes, however long it takes"},
             {"samples",
              Accepts::Integer,
              {},
              "From how many random nodes to search; if left out, from all where that takes a few "
              "seconds at most, else from as many as that allows",
              {},
              1,
              4e9},
             {"normalized", Accepts::Boolean, false, "Give the share of all pairs of nodes"},
             seed_option()}),
        {{"node", Accepts::Node},
         {"value", Accepts::Float},
         {"error", Accepts::Float},
         {"sampled", Accepts::Boolean},
         {"sources", Accepts::Integer}},
        betweenness, "Through which nodes the shortest ways between others lead");
}

Procedure page_rank_procedure() {
    return options_procedure(
        "algo.pageRank",
        graph_options(WeightMeaning::Strength,
                      {{"damping", Accepts::Float, 0.85, "How likely a tie is followed", {}, 0, 1},
                       {"tolerance",
                        Accepts::Float,
                        1e-10,
                        "The sum of all changes at which it ends",
                        {},
                        0,
                        1},
                       {"rounds",
                        Accepts::Integer,
                        200,
                        "After how many rounds it ends at the latest",
                        {},
                        1,
                        1e6},
                       {"sources",
                        Accepts::Node | Accepts::List,
                        {},
                        "The nodes where the walk begins anew; anywhere if left out"}}),
        {{"node", Accepts::Node}, {"value", Accepts::Float}, {"converged", Accepts::Boolean}},
        page_rank, "How often a random walk comes by");
}

} // namespace

std::vector<Procedure> centrality_procedures() {
    return {
        options_procedure(
            "algo.degree", graph_options(WeightMeaning::Strength, {}),
            {{"node", Accepts::Node}, {"value", Accepts::Float}, {"degree", Accepts::Integer}},
            degree, "How many neighbours a node has, or what its ties weigh"),
        betweenness_procedure(),
        options_procedure(
            "algo.closeness",
            graph_options(WeightMeaning::Cost,
                          {{"harmonic", Accepts::Boolean, false,
                            "Give the mean of 1 / distance over all other nodes"},
                           {"scaled", Accepts::Boolean, false,
                            "Multiply by the share of the other nodes that are reached"}}),
            {{"node", Accepts::Node}, {"value", Accepts::Float}, {"reached", Accepts::Integer}},
            closeness, "How near a node is to those that it reaches"),
        page_rank_procedure(),
        options_procedure(
            "algo.katz",
            graph_options(WeightMeaning::Strength,
                          {{"attenuation",
                            Accepts::Float,
                            {},
                            "What each tie of a walk is worth; if left out, 0.85 of the largest "
                            "with which sums end",
                            {},
                            0,
                            1e300}}),
            {{"node", Accepts::Node}, {"value", Accepts::Float}, {"attenuation", Accepts::Float}},
            katz, "How many walks end at a node, long ones counting less"),
        options_procedure(
            "algo.coreness", graph_options(WeightMeaning::Strength, {}),
            {{"node", Accepts::Node}, {"value", Accepts::Integer}}, coreness,
            "The largest k for which a node is in a part where all have k neighbours"),
    };
}

} // namespace lintas::query
