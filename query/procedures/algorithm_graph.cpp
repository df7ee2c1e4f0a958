#include "query/procedures/algorithm_graph.h"

#include "graph/algorithms/brokerage.h"
#include "graph/error.h"
#include "query/procedures/near_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace lintas::query {

namespace {

using algorithms::TieDirection;
using algorithms::Vertex;

template <typename Id>
Id id_of(const Names<Id>& names, const std::string& name, std::string_view what) {
    if (const auto id = names.find(name)) return *id;
    const std::vector<std::string_view> known{names.all().begin(), names.all().end()};
    const auto near = near_name(name, known);
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                fmt::format("The graph has no {} `{}`{}", what, name,
                            near.empty() ? "" : fmt::format("; did you mean `{}`?", near))};
}

template <typename Id>
std::vector<Id> ids_of(const Names<Id>& names, const Options& options, std::string_view option,
                       std::string_view what) {
    std::vector<Id> ids;
    for (const auto& name : options.strings(option)) ids.push_back(id_of(names, name, what));
    return ids;
}

TieDirection direction_of(const Options& options) {
    const auto& word = options.string("direction");
    if (word == "out") return TieDirection::Outgoing;
    return word == "in" ? TieDirection::Incoming : TieDirection::Both;
}

// Where the columns of a query that makes a graph are.
struct TieColumns {
    std::size_t source = 0;
    std::size_t target = 0;
    std::optional<std::size_t> weight;
};

TieColumns tie_columns(const std::vector<std::string>& names, const Options& options) {
    std::optional<std::size_t> source;
    std::optional<std::size_t> target;
    TieColumns columns;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == "source") source = i;
        if (names[i] == "target") target = i;
        if (names[i] == "weight") columns.weight = i;
    }
    if (!source || !target)
        options.refuse("query", "returns `source` and `target`, and `weight` if ties have weights");
    columns.source = *source;
    columns.target = *target;
    return columns;
}

std::optional<NodeId> node_of(const Value& value, std::string_view column, const Options& options) {
    if (value.is_null()) return {};
    if (!value.is(ValueType::Node))
        options.refuse("query",
                       fmt::format("returns nodes as `{}`, not `{}`", column, to_text(value)));
    return value.node();
}

double weight_in(const Value& value, const Options& options) {
    if (value.is_null()) return 1;
    if (!value.is_number() || !std::isfinite(value.number()) || value.number() < 0)
        options.refuse("query", fmt::format("returns numbers of at least 0 as `weight`, not `{}`",
                                            to_text(value)));
    return value.number();
}

// A tie between nodes; without a target only the node is there.
struct NodeTie {
    NodeId source;
    std::optional<NodeId> target;
    double weight;
};

std::vector<NodeTie> read_ties(QueryRows& rows, const TieColumns& columns, const Options& options,
                               const algorithms::Work& work) {
    std::vector<NodeTie> ties;
    for (std::vector<Value> row; rows.next(row);) {
        if (ties.size() % batch_rows == 0) work.check();
        const auto source = node_of(row[columns.source], "source", options);
        const auto target = node_of(row[columns.target], "target", options);
        const auto weight = columns.weight ? weight_in(row[*columns.weight], options) : 1;
        if (source)
            ties.push_back({*source, target, weight});
        else if (target)
            ties.push_back({*target, {}, weight});
    }
    return ties;
}

// Measures multiply sums of weights with each other: beyond this that would be infinite.
void check_total_weight(const algorithms::Adjacency& rows) {
    if (!rows.is_weighted()) return;
    constexpr double most = 1e150;
    double total = 0;
    for (std::uint64_t arc = 0; arc < rows.arcs(); ++arc) total += rows.weight(arc);
    if (total > most)
        throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                    fmt::format("The weights of all relationships add up to at most `{}`, not `{}`",
                                to_text(Value{most}), to_text(Value{total}))};
}

algorithms::VertexNodes nodes_in(const std::vector<NodeTie>& ties) {
    algorithms::VertexNodes nodes;
    for (const auto& tie : ties) {
        nodes.push_back(tie.source);
        if (tie.target) nodes.push_back(*tie.target);
    }
    std::ranges::sort(nodes);
    nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
    return nodes;
}

} // namespace

std::vector<Option> graph_options(WeightMeaning meaning, std::initializer_list<Option> own) {
    const auto texts = Accepts::String | Accepts::List;
    std::vector<Option> options{
        {"nodes", texts, {}, "The labels of the nodes, any one of them; all nodes if left out"},
        {"relationships", texts, {}, "The types of the relationships; all types if left out"},
        {"direction",
         Accepts::String,
         "both",
         "Whether relationships join both ways, from source to target, or against that",
         {"both", "out", "in"}},
        {"weight",
         Accepts::String,
         {},
         meaning == WeightMeaning::Strength
             ? "The property that says how strong a relationship is; parallel ones add up"
             : "The property that says what a relationship costs; of parallel ones the least "
               "counts"},
        {"query",
         Accepts::String,
         {},
         "A query that returns `source`, `target` and perhaps `weight`, instead of nodes and "
         "relationships; a null `target` gives a node alone"},
        {"threads",
         Accepts::Integer,
         {},
         "How many threads work; as many as there are if left out",
         {},
         1,
         64},
    };
    options.insert(options.end(), own);
    return options;
}

Option seed_option() {
    return {"seed", Accepts::Integer, 0,
            "Where random numbers begin; the same seed, the same answer"};
}

AlgorithmGraph::AlgorithmGraph(const Options& options, ProcedureContext& context,
                               WeightMeaning meaning)
    : context_{context}, workers_{context.work, 0} {
    if (options.has("threads"))
        workers_.threads = static_cast<unsigned>(options.integer("threads"));
    projection_.direction = direction_of(options);
    projection_.merging =
        meaning == WeightMeaning::Strength ? algorithms::Merging::Sum : algorithms::Merging::Least;
    if (options.has("query"))
        ask(options);
    else
        project(options);
    check_total_weight(graph_.out());
}

void AlgorithmGraph::project(const Options& options) {
    const auto& symbols = context_.graph.symbols();
    projection_.labels = ids_of(symbols.labels, options, "nodes", "label");
    projection_.types = ids_of(symbols.types, options, "relationships", "relationship type");
    if (options.has("weight"))
        projection_.weight = id_of(symbols.keys, options.string("weight"), "property");
    graph_ = algorithms::project(context_.graph, projection_, workers_);
}

void AlgorithmGraph::ask(const Options& options) {
    for (const auto* other : {"nodes", "relationships", "weight"})
        if (options.was_given(other))
            options.refuse(other, "does not go with `query`, which says all of that itself");
    const auto rows = context_.ask(options.string("query"), {});
    const auto columns = tie_columns(rows->columns(), options);
    const auto read = read_ties(*rows, columns, options, context_.work);
    auto nodes = nodes_in(read);
    const auto vertex_of = [&](NodeId node) {
        return static_cast<Vertex>(std::ranges::lower_bound(nodes, node) - nodes.begin());
    };
    std::vector<algorithms::Tie> ties;
    for (const auto& tie : read) {
        if (!tie.target) continue;
        const auto from = vertex_of(tie.source);
        const auto to = vertex_of(*tie.target);
        if (projection_.direction == TieDirection::Incoming)
            ties.push_back({to, from, tie.weight});
        else
            ties.push_back({from, to, tie.weight});
    }
    const auto size = static_cast<Vertex>(nodes.size());
    graph_ = {size,
              ties,
              {projection_.direction != TieDirection::Both, columns.weight.has_value(),
               projection_.merging},
              std::move(nodes)};
}

std::vector<Vertex> AlgorithmGraph::vertices(const Options& options, std::string_view name) const {
    std::vector<Vertex> found;
    for (const auto node : options.nodes(name)) {
        const auto vertex = graph_.vertex(node);
        if (!vertex)
            options.refuse(name, fmt::format("names `{}`, which is not in the projected graph",
                                             to_text(Value{node})));
        found.push_back(*vertex);
    }
    return found;
}

Vertex AlgorithmGraph::vertex(const Options& options, std::string_view name) const {
    const auto found = vertices(options, name);
    if (found.size() != 1) options.refuse(name, "has to be one node");
    return found.front();
}

std::vector<std::uint32_t> AlgorithmGraph::groups(const Options& options,
                                                  std::string_view name) const {
    if (!options.has(name)) options.refuse(name, "has to be given");
    const auto key = id_of(context_.graph.symbols().keys, options.string(name), "property");
    std::vector<std::uint32_t> groups;
    std::map<std::string, std::uint32_t> numbers;
    std::vector<NodeId> nodes;
    for (Vertex v = 0; v < graph_.size(); ++v) {
        nodes.push_back(graph_.node(v));
        if (nodes.size() < batch_rows && v + 1 < graph_.size()) continue;
        context_.work.check();
        const auto column = context_.graph.gather(key, nodes);
        for (std::size_t row = 0; row < nodes.size(); ++row) {
            const auto value = column.value(row);
            groups.push_back(
                value.is_null()
                    ? algorithms::no_group
                    : numbers
                          .try_emplace(to_text(value), static_cast<std::uint32_t>(numbers.size()))
                          .first->second);
        }
        nodes.clear();
    }
    return groups;
}

List AlgorithmGraph::nodes_of(const std::vector<Vertex>& vertices) const {
    List nodes;
    for (const auto vertex : vertices) nodes.emplace_back(graph_.node(vertex));
    return nodes;
}

double AlgorithmGraph::weight_of(RelationshipId relationship) const {
    if (!projection_.weight) return 1;
    const auto value =
        context_.graph.gather(*projection_.weight, std::span{&relationship, 1}).value(0);
    return value.is_number() ? value.number() : 1;
}

std::optional<RelationshipId> AlgorithmGraph::relationship(NodeId from, NodeId to) const {
    auto types = projection_.types;
    if (types.empty())
        for (std::uint32_t i = 0; i < context_.graph.symbols().types.all().size(); ++i)
            types.push_back(TypeId{i});
    std::optional<std::pair<double, RelationshipId>> best;
    for (const auto type : types)
        for (const auto direction : {Direction::Outgoing, Direction::Incoming}) {
            const auto skipped =
                direction == Direction::Outgoing ? TieDirection::Incoming : TieDirection::Outgoing;
            if (projection_.direction == skipped) continue;
            AdjacencyList list;
            context_.graph.expand(std::span{&from, 1}, type, direction, std::span{&list, 1});
            const auto* end = list.neighbours + list.size;
            for (const auto* at = std::lower_bound(list.neighbours, end, to);
                 at != end && *at == to; ++at) {
                const auto id = list.relationship(static_cast<std::uint32_t>(at - list.neighbours));
                const std::pair candidate{weight_of(id), id};
                if (!best || candidate < *best) best = candidate;
            }
        }
    return best ? std::optional{best->second} : std::nullopt;
}

Value AlgorithmGraph::path_of(const algorithms::RankedPath& ranked) const {
    Path path;
    for (const auto vertex : ranked.vertices) path.nodes.push_back(graph_.node(vertex));
    for (std::size_t i = 0; i + 1 < path.nodes.size(); ++i) {
        const auto found = relationship(path.nodes[i], path.nodes[i + 1]);
        if (!found) return {};
        path.relationships.push_back(*found);
    }
    return path;
}

} // namespace lintas::query
