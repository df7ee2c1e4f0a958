// Reads the rows of a projection out of a store, some vertices at a time.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/store.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace lintas::algorithms {

struct RowRequest {
    std::vector<TypeId> types;
    std::vector<Direction> directions; // both: a row has the relationships of either
    std::optional<KeyId> weight;
    Merging merging = Merging::Sum;
};

// Could the store's own rows be those of the projection? `nodes` are its vertices, ascending.
bool may_be_lent(const VertexNodes& nodes, const RowRequest& request);

// The rows of some vertices, one after the other. Either `lent`, one pointer a row, or copied.
struct RowRange {
    std::vector<std::uint32_t> degrees;
    std::vector<Vertex> neighbours;
    std::vector<double> weights; // empty where there are none
    std::vector<const Vertex*> lent;
    bool is_lent = false;
};

class RowReader {
public:
    // All of it outlives this. `lends`: gives the store's own rows, or, where one of them is not
    // as it has to be, a range that is not lent and has nothing.
    RowReader(const Snapshot& snapshot, const VertexNodes& nodes, const RowRequest& request,
              bool lends);

    // For any number of threads.
    RowRange read(std::size_t begin, std::size_t end) const;

private:
    struct Arc {
        Vertex to;
        double weight;
    };
    using Lists = std::vector<std::vector<AdjacencyList>>;

    RowRange lend(const Lists& lists) const;
    RowRange copy(const Lists& lists, std::size_t begin, std::size_t end) const;
    Vertex vertex_of(NodeId node) const;
    void append_arcs(const AdjacencyList& list, Vertex from, bool skips_loops,
                     std::vector<Arc>& arcs, std::vector<RelationshipId>& relationships) const;
    void append_row(std::span<Arc> row, RowRange& range) const;
    std::vector<double> weights_of(const std::vector<RelationshipId>& relationships) const;

    const Snapshot& snapshot_;
    const VertexNodes& nodes_;
    const RowRequest& request_;
    bool lends_;
    bool is_dense_;                // node ids are consecutive
    std::vector<Vertex> vertices_; // by node id less the first; empty where dense
};

} // namespace lintas::algorithms
