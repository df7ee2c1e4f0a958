// Checks the relationships of a store: that both directions tell of the same ones, that lists are
// in order, and that their ends exist; and counts them.
#pragma once

#include "graph/lmdb/graph_tables.h"
#include "graph/lmdb/record.h"
#include "graph/lmdb/statistics_record.h"

namespace lintas::lmdb {

// Adds what it counts to `counts`. REQUIRES: every segment is_intact(), and every node's label set
// can be read.
void check_adjacency(const GraphTables& tables, const Catalogue& catalogue, Counts& counts,
                     const Report& report);

} // namespace lintas::lmdb
