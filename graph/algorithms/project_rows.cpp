#include "graph/algorithms/project_rows.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lintas::algorithms {

namespace {

double checked_weight(const Value& value) {
    if (value.is_null()) return 1;
    if (!value.is_number())
        throw Error{
            ErrorCode::Type, ErrorDetail::InvalidArgumentType,
            fmt::format("The weight of a relationship is a number, not `{}`", to_text(value))};
    const auto weight = value.number();
    if (!std::isfinite(weight) || weight < 0)
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    fmt::format("The weight of a relationship is at least 0 and finite, not `{}`",
                                to_text(value))};
    return weight;
}

} // namespace

bool may_be_lent(const VertexNodes& nodes, const RowRequest& request) {
    return !nodes.empty() && raw(nodes.front()) == 0 && raw(nodes.back()) + 1 == nodes.size() &&
           request.types.size() == 1 && request.directions.size() == 1 && !request.weight;
}

RowReader::RowReader(const Snapshot& snapshot, const VertexNodes& nodes, const RowRequest& request,
                     bool lends)
    : snapshot_{snapshot}, nodes_{nodes}, request_{request}, lends_{lends},
      is_dense_{nodes.empty() || raw(nodes.back()) - raw(nodes.front()) + 1 == nodes.size()} {
    if (is_dense_) return;
    vertices_.assign(raw(nodes.back()) - raw(nodes.front()) + 1, no_vertex);
    for (std::size_t v = 0; v < nodes.size(); ++v)
        vertices_[raw(nodes[v]) - raw(nodes.front())] = static_cast<Vertex>(v);
}

Vertex RowReader::vertex_of(NodeId node) const {
    if (node < nodes_.front() || node > nodes_.back()) return no_vertex;
    const auto at = raw(node) - raw(nodes_.front());
    return is_dense_ ? at : vertices_[at];
}

RowRange RowReader::read(std::size_t begin, std::size_t end) const {
    const std::span<const NodeId> nodes{nodes_.data() + begin, end - begin};
    Lists lists;
    for (const auto direction : request_.directions)
        for (const auto type : request_.types) {
            auto& list = lists.emplace_back(nodes.size());
            snapshot_.expand(nodes, type, direction, list);
        }
    return lends_ ? lend(lists) : copy(lists, begin, end);
}

RowRange RowReader::lend(const Lists& lists) const {
    RowRange range;
    const auto limit = static_cast<Vertex>(nodes_.size());
    for (const auto& list : lists.front()) {
        // A node id is its number, and nobody writes to a snapshot's memory.
        const auto* row = reinterpret_cast<const Vertex*>(list.neighbours);
        for (std::uint32_t i = 0; i < list.size; ++i)
            if (row[i] >= limit || (i > 0 && row[i] <= row[i - 1])) return {};
        range.lent.push_back(row);
        range.degrees.push_back(list.size);
    }
    range.is_lent = true;
    return range;
}

void RowReader::append_arcs(const AdjacencyList& list, Vertex from, bool skips_loops,
                            std::vector<Arc>& arcs,
                            std::vector<RelationshipId>& relationships) const {
    for (std::uint32_t i = 0; i < list.size; ++i) {
        const auto to = vertex_of(list.neighbour(i));
        if (to == no_vertex || (skips_loops && to == from)) continue;
        arcs.push_back({to, 1});
        if (request_.weight) relationships.push_back(list.relationship(i));
    }
}

void RowReader::append_row(std::span<Arc> row, RowRange& range) const {
    const auto is_less = [](const Arc& left, const Arc& right) { return left.to < right.to; };
    if (!std::ranges::is_sorted(row, is_less)) std::ranges::stable_sort(row, is_less);
    const auto before = range.neighbours.size();
    for (const auto& arc : row) {
        const auto is_parallel =
            range.neighbours.size() > before && range.neighbours.back() == arc.to;
        if (!is_parallel) range.neighbours.push_back(arc.to);
        if (!request_.weight) continue;
        if (!is_parallel)
            range.weights.push_back(arc.weight);
        else if (request_.merging == Merging::Sum)
            range.weights.back() += arc.weight;
        else
            range.weights.back() = std::min(range.weights.back(), arc.weight);
    }
    range.degrees.push_back(static_cast<std::uint32_t>(range.neighbours.size() - before));
}

std::vector<double> RowReader::weights_of(const std::vector<RelationshipId>& relationships) const {
    std::vector<double> weights(relationships.size());
    for (std::size_t at = 0; at < relationships.size(); at += batch_rows) {
        const auto count = std::min(batch_rows, relationships.size() - at);
        const auto column =
            snapshot_.gather(*request_.weight, std::span{relationships}.subspan(at, count));
        for (std::size_t i = 0; i < count; ++i) weights[at + i] = checked_weight(column.value(i));
    }
    return weights;
}

RowRange RowReader::copy(const Lists& lists, std::size_t begin, std::size_t end) const {
    RowRange range;
    const auto rows = end - begin; // a graph without types has no lists at all
    std::vector<Arc> arcs;         // of all rows, so that their weights are read together
    std::vector<std::size_t> ends;
    std::vector<RelationshipId> relationships;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto from = static_cast<Vertex>(begin + row);
        for (std::size_t i = 0; i < lists.size(); ++i)
            append_arcs(lists[i][row], from, i >= request_.types.size(), arcs, relationships);
        ends.push_back(arcs.size());
    }
    const auto weights = weights_of(relationships);
    for (std::size_t i = 0; i < weights.size(); ++i) arcs[i].weight = weights[i];
    std::size_t at = 0;
    for (const auto row_end : ends) {
        append_row(std::span{arcs}.subspan(at, row_end - at), range);
        at = row_end;
    }
    return range;
}

} // namespace lintas::algorithms
