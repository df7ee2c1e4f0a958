// Checks the properties of a store: that every segment is one, that its codes have strings, that
// its values can be read, and that its counts and its smallest and largest value are right.
#pragma once

#include "graph/lmdb/graph_tables.h"
#include "graph/lmdb/record.h"

namespace lintas::lmdb {

// REQUIRES: every segment is_intact().
void check_columns(const GraphTables& tables, const Catalogue& catalogue, const Report& report);

} // namespace lintas::lmdb
