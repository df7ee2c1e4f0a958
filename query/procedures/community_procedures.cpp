// algo.*: what hangs together, and how ties keep to groups.
#include "graph/algorithms/boost_strong_components.h"
#include "graph/algorithms/communities.h"
#include "graph/algorithms/greedy_communities.h"
#include "graph/algorithms/label_propagation.h"
#include "graph/algorithms/mixing.h"
#include "graph/algorithms/weak_components.h"
#include "query/procedures/algorithm_columns.h"
#include "query/procedures/algorithm_graph.h"

namespace lintas::query {

namespace {

using Numbers = std::vector<std::uint32_t>;

ProcedureAnswerPointer numbered(const AlgorithmGraph& on, const Numbers& numbers) {
    return answer_of({node_column(on.graph()), integer_column(numbers), size_column(numbers)});
}

ProcedureAnswerPointer components(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    return numbered(on, options.string("mode") == "strong"
                            ? algorithms::strong_components(on.graph(), context.work)
                            : algorithms::weak_components(on.graph(), on.work()));
}

using FindCommunities = algorithms::Communities (*)(const algorithms::ProjectedGraph&,
                                                    const algorithms::CommunityRules&,
                                                    const algorithms::Work&);

ProcedureAnswerPointer communities_answer(const AlgorithmGraph& on,
                                          const algorithms::Communities& found) {
    return answer_of({node_column(on.graph()), integer_column(found.of), size_column(found.of),
                      same_column(found.modularity, on.graph().size())});
}

template <FindCommunities find>
ProcedureAnswerPointer communities(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const algorithms::CommunityRules rules{options.number("resolution"),
                                           static_cast<std::uint64_t>(options.integer("seed")),
                                           static_cast<int>(options.integer("rounds"))};
    return communities_answer(on, find(on.graph(), rules, on.work()));
}

ProcedureAnswerPointer greedy_communities(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const algorithms::CommunityRules rules{.resolution = options.number("resolution")};
    return communities_answer(on, algorithms::greedy_communities(on.graph(), rules, on.work()));
}

ProcedureAnswerPointer label_propagation(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const auto rounds = static_cast<int>(options.integer("rounds"));
    if (!options.boolean("synchronous"))
        return numbered(on, algorithms::label_propagation(
                                on.graph(), static_cast<std::uint64_t>(options.integer("seed")),
                                rounds, on.work()));
    return numbered(on, algorithms::synchronous_labels(on.graph(), rounds, on.workers()));
}

ProcedureAnswerPointer modularity(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const auto groups = on.groups(options, "group");
    return answer_of(
        ProcedureRows{{algorithms::modularity(on.graph(), groups, options.number("resolution"))}});
}

Value or_null(const std::optional<double>& value) { return value ? Value{*value} : Value{}; }

ProcedureAnswerPointer assortativity(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    if (!options.has("group"))
        return answer_of(ProcedureRows{{or_null(algorithms::degree_assortativity(on.graph()))}});
    const auto groups = on.groups(options, "group");
    const auto matrix = algorithms::mixing_matrix(on.graph(), groups);
    return answer_of(ProcedureRows{{or_null(algorithms::assortativity(matrix))}});
}

ProcedureAnswerPointer external_internal(const Options& options, ProcedureContext& context) {
    const AlgorithmGraph on{options, context, WeightMeaning::Strength};
    const auto sums = algorithms::external_internal(on.graph(), on.groups(options, "group"));
    return answer_of(ProcedureRows{{or_null(sums.index), sums.external, sums.internal}});
}

const std::vector<ProcedureField> numbers_of_nodes{
    {"node", Accepts::Node}, {"value", Accepts::Integer}, {"size", Accepts::Integer}};

Option group_option() {
    return {"group", Accepts::String, {}, "The property whose values are the groups"};
}

Procedure communities_procedure(std::string name, OptionsBody body,
                                std::initializer_list<Option> own, std::string summary) {
    auto columns = numbers_of_nodes;
    columns.push_back({"modularity", Accepts::Float});
    return options_procedure(std::move(name), graph_options(WeightMeaning::Strength, own),
                             std::move(columns), std::move(body), std::move(summary));
}

Option resolution_option() {
    return {"resolution", Accepts::Float, 1.0, "Larger: smaller communities", {}, 0, 1e9};
}

Option rounds_option(std::int64_t rounds) {
    return {"rounds", Accepts::Integer, rounds, "How often all is gone over anew", {}, 1, 1e6};
}

} // namespace

std::vector<Procedure> community_procedures() {
    return {
        options_procedure("algo.components",
                          graph_options(WeightMeaning::Strength,
                                        {{"mode",
                                          Accepts::String,
                                          "weak",
                                          "Do directions not count, or have nodes to reach each "
                                          "other along them",
                                          {"weak", "strong"}}}),
                          numbers_of_nodes, components, "Which nodes hang together"),
        communities_procedure("algo.louvain", communities<algorithms::louvain>,
                              {resolution_option(), rounds_option(1), seed_option()},
                              "Communities by the method of Louvain"),
        communities_procedure("algo.leiden", communities<algorithms::leiden>,
                              {resolution_option(), rounds_option(10), seed_option()},
                              "Communities by the method of Leiden, which always hang together"),
        communities_procedure("algo.greedyModularity", greedy_communities, {resolution_option()},
                              "Communities by joining those two that gain most modularity"),
        options_procedure(
            "algo.labelPropagation",
            graph_options(
                WeightMeaning::Strength,
                {{"rounds", Accepts::Integer, 100, "After how many rounds it ends", {}, 1, 1e6},
                 {"synchronous", Accepts::Boolean, false,
                  "All nodes at once, the smallest of several labels"},
                 seed_option()}),
            numbers_of_nodes, label_propagation, "Communities by what most neighbours say"),
        options_procedure(
            "algo.modularity",
            graph_options(WeightMeaning::Strength, {group_option(),
                                                    {"resolution",
                                                     Accepts::Float,
                                                     1.0,
                                                     "Larger: smaller communities are better",
                                                     {},
                                                     0,
                                                     1e9}}),
            {{"value", Accepts::Float}}, modularity, "How far ties keep within groups"),
        options_procedure("algo.assortativity",
                          graph_options(WeightMeaning::Strength,
                                        {{"group",
                                          Accepts::String,
                                          {},
                                          "The property whose values are the groups; by degree if "
                                          "left out"}}),
                          {{"value", Accepts::Float}}, assortativity,
                          "Do like nodes tie with like"),
        options_procedure(
            "algo.externalInternal", graph_options(WeightMeaning::Strength, {group_option()}),
            {{"value", Accepts::Float}, {"external", Accepts::Float}, {"internal", Accepts::Float}},
            external_internal, "The E-I index: ties between groups against those within"),
    };
}

} // namespace lintas::query
