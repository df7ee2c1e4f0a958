#include "graph/algorithms/project.h"

#include "graph/algorithms/project_rows.h"

#include <algorithm>

namespace lintas::algorithms {

namespace {

constexpr std::size_t rows_at_once = 8192;

VertexNodes selected_nodes(const Snapshot& snapshot, const Projection& projection,
                           const Work& work) {
    VertexNodes nodes;
    std::vector<std::optional<LabelId>> labels{projection.labels.begin(), projection.labels.end()};
    if (labels.empty()) labels.emplace_back();
    for (const auto label : labels)
        for (ScanPosition position; snapshot.scan(position, label, nodes);) work.check();
    if (labels.size() > 1) {
        std::ranges::sort(nodes);
        nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
    }
    return nodes;
}

std::vector<TypeId> selected_types(const Snapshot& snapshot, const Projection& projection) {
    auto types = projection.types;
    if (types.empty())
        for (std::uint32_t i = 0; i < snapshot.symbols().types.all().size(); ++i)
            types.push_back(TypeId{i});
    std::ranges::sort(types);
    types.erase(std::ranges::unique(types).begin(), types.end());
    return types;
}

// The rows of all vertices, range by range.
std::vector<RowRange> read_ranges(const RowReader& reader, std::size_t vertices,
                                  const Workers& workers) {
    std::vector<RowRange> ranges((vertices + rows_at_once - 1) / rows_at_once);
    workers.each_range(vertices, rows_at_once, [&](std::size_t begin, std::size_t end, unsigned) {
        ranges[begin / rows_at_once] = reader.read(begin, end);
    });
    return ranges;
}

std::vector<std::uint64_t> first_arcs(const std::vector<RowRange>& ranges, std::size_t vertices) {
    std::vector<std::uint64_t> first;
    first.reserve(vertices + 1);
    first.push_back(0);
    for (const auto& range : ranges)
        for (const auto degree : range.degrees) first.push_back(first.back() + degree);
    return first;
}

Adjacency lent_adjacency(const std::vector<RowRange>& ranges, std::size_t vertices) {
    std::vector<const Vertex*> rows;
    rows.reserve(vertices);
    for (const auto& range : ranges) rows.insert(rows.end(), range.lent.begin(), range.lent.end());
    return {first_arcs(ranges, vertices), std::move(rows), nullptr};
}

Adjacency copied_adjacency(std::vector<RowRange> ranges, std::size_t vertices,
                           const Workers& workers) {
    auto first = first_arcs(ranges, vertices);
    std::vector<Vertex> neighbours(first.back());
    const auto is_weighted =
        std::ranges::any_of(ranges, [](const RowRange& range) { return !range.weights.empty(); });
    std::vector<double> weights(is_weighted ? first.back() : 0);
    workers.each_range(ranges.size(), 1, [&](std::size_t at, std::size_t, unsigned) {
        auto& range = ranges[at];
        const auto begin = static_cast<std::ptrdiff_t>(first[at * rows_at_once]);
        std::ranges::copy(range.neighbours, neighbours.begin() + begin);
        if (is_weighted) std::ranges::copy(range.weights, weights.begin() + begin);
        range = {};
    });
    return {std::move(first), std::move(neighbours), std::move(weights)};
}

Adjacency read_adjacency(const Snapshot& snapshot, const VertexNodes& nodes,
                         const RowRequest& request, const Workers& workers) {
    if (may_be_lent(nodes, request)) {
        auto ranges = read_ranges(RowReader{snapshot, nodes, request, true}, nodes.size(), workers);
        if (std::ranges::all_of(ranges, &RowRange::is_lent))
            return lent_adjacency(ranges, nodes.size());
    }
    return copied_adjacency(
        read_ranges(RowReader{snapshot, nodes, request, false}, nodes.size(), workers),
        nodes.size(), workers);
}

} // namespace

ProjectedGraph project(const Snapshot& snapshot, const Projection& projection,
                       const Workers& workers) {
    auto nodes = selected_nodes(snapshot, projection, workers.work);
    RowRequest request{
        selected_types(snapshot, projection), {}, projection.weight, projection.merging};
    const auto read = [&](std::vector<Direction> directions) {
        request.directions = std::move(directions);
        return read_adjacency(snapshot, nodes, request, workers);
    };
    if (projection.direction == TieDirection::Both) {
        auto both = read({Direction::Outgoing, Direction::Incoming});
        return {std::move(nodes), std::move(both)};
    }
    auto along = read({Direction::Outgoing});
    auto against = read({Direction::Incoming});
    if (projection.direction == TieDirection::Incoming) std::swap(along, against);
    return {std::move(nodes), std::move(along), std::move(against)};
}

} // namespace lintas::algorithms
