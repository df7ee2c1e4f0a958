// Loads a random multigraph in bulk and remembers what it loaded.
//
// Invariant: the same size and random numbers load the same graph.
#pragma once

#include "graph/bulk_load.h"

#include "random_value.h"
#include "tests/conformance/expected_graph.h"

namespace lintas::conformance {

struct RandomLoadSize {
    std::size_t node_batches = 10;
    std::size_t most_nodes_a_batch = 40;
    std::size_t relationship_batches = 12;
    std::size_t most_relationships_a_batch = 60;
    std::size_t keys_percent = 67; // how many of the keys a batch uses
};

// Nodes of several label sets, the empty one among them, in batches that alternate; relationships
// of several types with parallel ones, self-loops, and a node that has many. Properties of every
// type that a property may hold: constant, typed, sparse, mixed and missing ones.
LoadedGraph load_random_graph(BulkLoad& load, const RandomLoadSize& size,
                              testing::RandomValues& random);

} // namespace lintas::conformance
