// The answers of algo.* procedures as columns: one row a vertex.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "query/procedures/procedure_answer.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lintas::query {

Column node_column(const algorithms::ProjectedGraph& graph);
Column node_column(const algorithms::ProjectedGraph& graph,
                   std::span<const algorithms::Vertex> vertices);
Column integer_column(std::span<const std::uint32_t> values);
Column integer_column(std::span<const std::uint64_t> values);
// Null where there is no value.
Column float_column(std::span<const std::optional<double>> values);
// How many vertices have the number of each vertex: the sizes of components and communities.
Column size_column(std::span<const std::uint32_t> numbers);
// The same in each of the rows.
Column same_column(Value value, std::size_t rows);

} // namespace lintas::query
