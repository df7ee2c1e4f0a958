#include "query/procedures/algorithm_columns.h"

#include <algorithm>

namespace lintas::query {

Column node_column(const algorithms::ProjectedGraph& graph) {
    Nodes nodes(graph.size());
    for (algorithms::Vertex v = 0; v < graph.size(); ++v) nodes[v] = graph.node(v);
    return {std::move(nodes)};
}

Column node_column(const algorithms::ProjectedGraph& graph,
                   std::span<const algorithms::Vertex> vertices) {
    Nodes nodes;
    for (const auto vertex : vertices) nodes.push_back(graph.node(vertex));
    return {std::move(nodes)};
}

Column integer_column(std::span<const std::uint32_t> values) {
    return {Integers(values.begin(), values.end())};
}

Column integer_column(std::span<const std::uint64_t> values) {
    return {Integers(values.begin(), values.end())};
}

Column float_column(std::span<const std::optional<double>> values) {
    Floats floats;
    std::vector<std::uint8_t> nulls;
    for (const auto& value : values) {
        floats.push_back(value.value_or(0));
        nulls.push_back(value ? 0 : 1);
    }
    return {std::move(floats), std::move(nulls)};
}

Column size_column(std::span<const std::uint32_t> numbers) {
    const auto most = numbers.empty() ? 0 : std::ranges::max(numbers);
    std::vector<std::int64_t> sizes(std::size_t{most} + 1);
    for (const auto number : numbers) ++sizes[number];
    Integers column;
    for (const auto number : numbers) column.push_back(sizes[number]);
    return {std::move(column)};
}

Column same_column(Value value, std::size_t rows) { return {Constant{std::move(value), rows}}; }

} // namespace lintas::query
