// algo.*: the place of a node or a relationship in the structure around it.
#include "graph/algorithms/boost_matching.h"
#include "graph/algorithms/brokerage.h"
#include "graph/algorithms/similarity.h"
#include "graph/algorithms/structural_holes.h"
#include "graph/algorithms/triangles.h"
#include "graph/algorithms/weak_points.h"
#include "query/procedures/algorithm_columns.h"
#include "query/procedures/algorithm_graph.h"

#include <map>

namespace lintas::query {

namespace {

using algorithms::Vertex;

ProcedureAnswerPointer triangles(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    auto found = algorithms::triangles(on.graph(), on.workers());
    return answer_of(
        {node_column(on.graph()), integer_column(found.at), {std::move(found.clustering)}});
}

ProcedureAnswerPointer clustering(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    auto found = algorithms::triangles(on.graph(), on.workers());
    const auto size = on.graph().size();
    return answer_of({node_column(on.graph()),
                      {std::move(found.clustering)},
                      same_column(found.average_clustering, size),
                      same_column(found.transitivity, size)});
}

ProcedureAnswerPointer articulation(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const auto points = algorithms::weak_points(on.graph(), context.work);
    std::map<Vertex, std::uint32_t> blocks;
    for (const auto& block : points.blocks)
        for (const auto vertex : block) ++blocks[vertex];
    std::vector<std::uint32_t> parts;
    for (const auto point : points.articulation_points) parts.push_back(blocks[point]);
    return answer_of({node_column(on.graph(), points.articulation_points), integer_column(parts)});
}

ProcedureAnswerPointer bridges(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    ProcedureRows rows;
    for (const auto& [left, right] : algorithms::weak_points(on.graph(), context.work).bridges)
        rows.push_back({on.graph().node(left), on.graph().node(right)});
    return answer_of(std::move(rows));
}

ProcedureAnswerPointer constraint(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    std::vector<std::optional<double>> values;
    for (const auto& hole : algorithms::structural_holes(on.graph(), on.workers()))
        values.push_back(hole.constraint);
    return answer_of({node_column(on.graph()), float_column(values)});
}

ProcedureAnswerPointer effective_size(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    std::vector<std::optional<double>> sizes;
    std::vector<std::optional<double>> efficiencies;
    std::vector<std::uint32_t> degrees;
    for (const auto& hole : algorithms::structural_holes(on.graph(), on.workers())) {
        sizes.push_back(hole.effective_size);
        efficiencies.push_back(hole.efficiency());
        degrees.push_back(hole.degree);
    }
    return answer_of({node_column(on.graph()), float_column(sizes), integer_column(degrees),
                      float_column(efficiencies)});
}

ProcedureAnswerPointer brokerage(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const auto groups = on.groups(options, "group");
    std::vector<std::vector<std::uint64_t>> counts(6);
    for (const auto& roles : algorithms::brokerage(on.graph(), groups, on.workers())) {
        const std::uint64_t row[] = {roles.total(),        roles.coordinator, roles.consultant,
                                     roles.representative, roles.gatekeeper,  roles.liaison};
        for (std::size_t i = 0; i < counts.size(); ++i) counts[i].push_back(row[i]);
    }
    std::vector<Column> columns{node_column(on.graph())};
    for (const auto& column : counts) columns.push_back(integer_column(column));
    return answer_of(std::move(columns));
}

ProcedureAnswerPointer matching(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const auto undirected = algorithms::undirected(on.graph());
    ProcedureRows rows;
    for (const auto& [left, right] : algorithms::matching(on.graph(), context.work).pairs)
        rows.push_back({on.graph().node(left), on.graph().node(right),
                        undirected.out().weight(*undirected.out().find(left, right))});
    return answer_of(std::move(rows));
}

template <algorithms::Similarity measure>
ProcedureAnswerPointer similarity(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const auto graph = algorithms::undirected(on.graph());
    const auto k = static_cast<std::size_t>(options.integer("k"));
    const auto sources = on.vertices(options, "sources");
    if (options.has("targets")) {
        ProcedureRows rows;
        for (const auto left : sources)
            for (const auto right : on.vertices(options, "targets"))
                rows.push_back({graph.node(left), graph.node(right),
                                algorithms::similarity(graph, measure, left, right)});
        return answer_of(std::move(rows));
    }
    ProcedureRows rows;
    for (const auto& [left, right, value] :
         algorithms::similar_pairs(graph, measure, sources, k, on.workers()))
        rows.push_back({graph.node(left), graph.node(right), value});
    return answer_of(std::move(rows));
}

Procedure similarity_procedure(std::string name, OptionsBody body, std::string summary) {
    return options_procedure(
        std::move(name),
        graph_options(
            WeightMeaning::Strength,
            {{"sources", Accepts::Node | Accepts::List, {}, "Only pairs with one of these nodes"},
             {"targets",
              Accepts::Node | Accepts::List,
              {},
              "Give each of the sources with each of these, whether tied or not"},
             {"k", Accepts::Integer, 100, "How many pairs to give at most", {}, 1, 1e7}}),
        {{"node", Accepts::Node}, {"other", Accepts::Node}, {"value", Accepts::Float}},
        std::move(body), std::move(summary));
}

Procedure algorithm_brokerage() {
    return options_procedure(
        "algo.brokerage",
        graph_options(WeightMeaning::Strength,
                      {{"group", Accepts::String, {}, "The property whose values are the groups"}}),
        {{"node", Accepts::Node},
         {"value", Accepts::Integer},
         {"coordinator", Accepts::Integer},
         {"consultant", Accepts::Integer},
         {"representative", Accepts::Integer},
         {"gatekeeper", Accepts::Integer},
         {"liaison", Accepts::Integer}},
        brokerage, "The roles of Gould and Fernandez in which a node stands between others");
}

} // namespace

std::vector<Procedure> structure_procedures() {
    const auto options = [] { return graph_options(WeightMeaning::Strength, {}); };
    const auto node = ProcedureField{"node", Accepts::Node};
    const auto value = ProcedureField{"value", Accepts::Float};
    const auto whole = ProcedureField{"value", Accepts::Integer};
    return {
        options_procedure("algo.triangles", options(),
                          {node, whole, {"clustering", Accepts::Float}}, triangles,
                          "In how many triangles a node is"),
        options_procedure(
            "algo.clustering", options(),
            {node, value, {"average", Accepts::Float}, {"transitivity", Accepts::Float}},
            clustering, "How closely the neighbours of a node are tied"),
        options_procedure("algo.articulation", options(), {node, whole}, articulation,
                          "The nodes without which their component falls apart, and into how many "
                          "parts"),
        options_procedure("algo.bridges", options(), {node, {"other", Accepts::Node}}, bridges,
                          "The ties without which their component falls apart"),
        options_procedure("algo.constraint", options(), {node, value}, constraint,
                          "Burt's constraint: how far the neighbours hold each other's ties"),
        options_procedure(
            "algo.effectiveSize", options(),
            {node, value, {"degree", Accepts::Integer}, {"efficiency", Accepts::Float}},
            effective_size, "How many neighbours do not say the same as others"),
        algorithm_brokerage(),
        options_procedure("algo.matching", options(), {node, {"other", Accepts::Node}, value},
                          matching,
                          "Pairs, no node in two of them, whose ties weigh most together"),
        similarity_procedure("algo.commonNeighbours", similarity<algorithms::Similarity::Common>,
                             "How many neighbours two nodes share"),
        similarity_procedure("algo.adamicAdar", similarity<algorithms::Similarity::AdamicAdar>,
                             "Shared neighbours, each worth 1 / ln(degree)"),
        similarity_procedure("algo.resourceAllocation",
                             similarity<algorithms::Similarity::ResourceAllocation>,
                             "Shared neighbours, each worth 1 / degree"),
        similarity_procedure("algo.jaccard", similarity<algorithms::Similarity::Jaccard>,
                             "The share of shared neighbours among those of either"),
        similarity_procedure("algo.preferentialAttachment",
                             similarity<algorithms::Similarity::PreferentialAttachment>,
                             "The product of the degrees"),
    };
}

} // namespace lintas::query
