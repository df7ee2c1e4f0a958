// The graph that an algo.* procedure works on, by the options that all of them share.
//
// Invariant: what was made belongs to the statement's snapshot; vertices are in the order of node
// ids.
#pragma once

#include "graph/algorithms/project.h"
#include "graph/algorithms/ranked_path.h"
#include "query/procedures/procedure.h"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace lintas::query {

// What a weight says: how strong a tie is, or what it costs to go along it.
enum class WeightMeaning { Strength, Cost };

// The shared options, and those of one procedure after them.
std::vector<Option> graph_options(WeightMeaning meaning, std::initializer_list<Option> own);
// The option that gives random numbers their beginning.
Option seed_option();

class AlgorithmGraph {
public:
    AlgorithmGraph(const Options& options, ProcedureContext& context, WeightMeaning meaning);

    const algorithms::ProjectedGraph& graph() const { return graph_; }
    const algorithms::Workers& workers() const { return workers_; }
    const algorithms::Work& work() const { return workers_.work; }

    // The vertices of the nodes that an option names. Argument for one that is not in the graph.
    std::vector<algorithms::Vertex> vertices(const Options& options, std::string_view name) const;
    algorithms::Vertex vertex(const Options& options, std::string_view name) const;

    // The vertices' groups by the values of a property, numbered as they come; no_group for null.
    // `name`: the option that has the key. Argument for a key that no node has.
    std::vector<std::uint32_t> groups(const Options& options, std::string_view name) const;

    List nodes_of(const std::vector<algorithms::Vertex>& vertices) const;
    // The path along relationships of the graph, of several between two nodes the one of the least
    // weight, then of the smallest id; null where two of its nodes have none (in a graph that a
    // query made).
    Value path_of(const algorithms::RankedPath& path) const;

private:
    void project(const Options& options);
    void ask(const Options& options);
    std::optional<RelationshipId> relationship(NodeId from, NodeId to) const;
    double weight_of(RelationshipId relationship) const;

    ProcedureContext& context_;
    algorithms::Workers workers_;
    algorithms::Projection projection_;
    algorithms::ProjectedGraph graph_;
};

} // namespace lintas::query
