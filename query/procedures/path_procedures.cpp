// algo.*: ways between nodes.
#include "graph/algorithms/boost_dijkstra.h"
#include "graph/algorithms/breadth_first.h"
#include "graph/algorithms/disjoint_paths.h"
#include "graph/algorithms/limited_paths.h"
#include "graph/algorithms/shortest_paths.h"
#include "query/procedures/algorithm_columns.h"
#include "query/procedures/algorithm_graph.h"

namespace lintas::query {

namespace {

using algorithms::Disjoint;
using algorithms::RankedPath;
using algorithms::Vertex;

ProcedureAnswerPointer distances(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Cost};
    const auto& graph = on.graph();
    const auto sources = on.vertices(options, "source");
    if (sources.empty()) options.refuse("source", "has to be given");
    Floats values;
    std::vector<Vertex> reached;
    if (graph.is_weighted()) {
        if (sources.size() != 1) options.refuse("source", "is one node where ties have costs");
        const auto costs = algorithms::dijkstra(graph, sources.front(), on.work());
        for (Vertex v = 0; v < graph.size(); ++v)
            if (costs[v] != algorithms::no_cost) {
                reached.push_back(v);
                values.push_back(costs[v]);
            }
    } else {
        const auto ties = algorithms::breadth_first(graph, sources, on.work());
        for (Vertex v = 0; v < graph.size(); ++v)
            if (ties[v] != algorithms::unreached) {
                reached.push_back(v);
                values.push_back(ties[v]);
            }
    }
    return answer_of({node_column(graph, reached), {std::move(values)}});
}

ProcedureAnswerPointer ranked(const AlgorithmGraph& on, const std::vector<RankedPath>& paths,
                              std::span<const std::uint32_t> groups) {
    ProcedureRows rows;
    for (const auto& path : paths) {
        const auto rank = static_cast<std::int64_t>(rows.size()) + 1;
        const auto crossings = std::int64_t{algorithms::crossings(path, groups)};
        rows.push_back({rank, on.path_of(path), path.cost, Value{on.nodes_of(path.vertices)},
                        static_cast<std::int64_t>(path.ties()),
                        groups.empty() ? Value{} : Value{crossings}});
    }
    return answer_of(std::move(rows));
}

ProcedureAnswerPointer shortest_paths(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Cost};
    const auto source = on.vertex(options, "source");
    const auto target = on.vertex(options, "target");
    const auto k = static_cast<std::size_t>(options.integer("k"));
    std::vector<std::uint32_t> groups;
    if (options.has("group")) groups = on.groups(options, "group");
    algorithms::PathLimits limits;
    for (const auto* name : {"minCrossings", "maxCrossings"})
        if (options.has(name) && groups.empty())
            options.refuse(name, "needs `group`, the property whose changes are crossings");
    if (options.has("minCrossings"))
        limits.fewest_crossings = static_cast<std::uint32_t>(options.integer("minCrossings"));
    if (options.has("maxCrossings"))
        limits.most_crossings = static_cast<std::uint32_t>(options.integer("maxCrossings"));
    if (options.has("maxHops"))
        limits.most_ties = static_cast<std::uint32_t>(options.integer("maxHops"));
    limits.groups = groups;
    const auto is_limited =
        options.has("minCrossings") || options.has("maxCrossings") || options.has("maxHops");
    const auto paths =
        is_limited ? algorithms::limited_paths(on.graph(), source, target, k, limits, on.work())
                   : algorithms::shortest_paths(on.graph(), source, target, k, on.work());
    return ranked(on, paths, groups);
}

Disjoint disjoint_of(const Options& options) {
    return options.string("disjoint") == "vertex" ? Disjoint::Vertices : Disjoint::Ties;
}

ProcedureAnswerPointer disjoint_paths(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Cost};
    const auto k = options.has("k") ? options.integer("k") : algorithms::any_number;
    return ranked(on,
                  algorithms::disjoint_paths(on.graph(), on.vertex(options, "source"),
                                             on.vertex(options, "target"), k, disjoint_of(options),
                                             on.work()),
                  {});
}

ProcedureAnswerPointer connectivity(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Cost};
    const auto sources = on.vertices(options, "source");
    const auto targets = on.vertices(options, "target");
    const auto found = algorithms::connectivity(on.graph(), sources, targets, disjoint_of(options),
                                                on.work(), options.boolean("endsCount"));
    List ties;
    for (const auto& [from, to] : found.ties) ties.emplace_back(on.nodes_of({from, to}));
    return answer_of(ProcedureRows{{found.ways ? Value{*found.ways} : Value{},
                                    Value{on.nodes_of(found.vertices)}, Value{std::move(ties)}}});
}

Option node_option(std::string name, std::string summary) {
    return {std::move(name), Accepts::Node, {}, std::move(summary)};
}

Option disjoint_option() {
    return {"disjoint",
            Accepts::String,
            "edge",
            "Do ways share no relationship, or no node between",
            {"edge", "vertex"}};
}

const std::vector<ProcedureField> path_columns{
    {"rank", Accepts::Integer}, {"path", Accepts::Path},    {"cost", Accepts::Float},
    {"nodes", Accepts::List},   {"hops", Accepts::Integer}, {"crossings", Accepts::Integer}};

Procedure shortest_paths_procedure() {
    constexpr double most_crossings = 1e6;
    return options_procedure(
        "algo.shortestPaths",
        graph_options(
            WeightMeaning::Cost,
            {node_option("source", "Where ways begin"),
             node_option("target", "Where they end"),
             {"k", Accepts::Integer, 1, "How many ways to give at most", {}, 1, 1e6},
             {"maxHops",
              Accepts::Integer,
              {},
              "How many relationships a way has at most",
              {},
              0,
              100},
             {"group", Accepts::String, {}, "The property whose changes on the way are crossings"},
             {"minCrossings",
              Accepts::Integer,
              {},
              "How many crossings a way has at least",
              {},
              0,
              most_crossings},
             {"maxCrossings",
              Accepts::Integer,
              {},
              "How many crossings a way has at most",
              {},
              0,
              most_crossings}}),
        path_columns, shortest_paths, "The cheapest ways from one node to another, best first");
}

} // namespace

std::vector<Procedure> path_procedures() {
    const auto ends = Accepts::Node | Accepts::List;
    return {
        options_procedure(
            "algo.distances",
            graph_options(WeightMeaning::Cost,
                          {{"source", ends, {}, "Where ways begin: a node or several"}}),
            {{"node", Accepts::Node}, {"value", Accepts::Float}}, distances,
            "How far the nodes are that can be reached"),
        shortest_paths_procedure(),
        options_procedure("algo.disjointPaths",
                          graph_options(WeightMeaning::Cost,
                                        {node_option("source", "Where ways begin"),
                                         node_option("target", "Where they end"),
                                         {"k",
                                          Accepts::Integer,
                                          {},
                                          "How many ways to give at most; as many as there are if "
                                          "left out",
                                          {},
                                          1,
                                          1e6},
                                         disjoint_option()}),
                          path_columns, disjoint_paths,
                          "Ways that share nothing, of the least cost together"),
        options_procedure(
            "algo.connectivity",
            graph_options(WeightMeaning::Cost, {{"source", ends, {}, "The nodes of one side"},
                                                {"target", ends, {}, "The nodes of the other side"},
                                                disjoint_option(),
                                                {"endsCount", Accepts::Boolean, false,
                                                 "May no two ways begin or end at the same node"}}),
            {{"value", Accepts::Integer}, {"nodes", Accepts::List}, {"ties", Accepts::List}},
            connectivity,
            "How many ways share nothing, and the fewest nodes or ties that cut them"),
    };
}

} // namespace lintas::query
