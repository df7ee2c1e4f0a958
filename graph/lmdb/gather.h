// Reads a property of many entities at once into a typed column.
#pragma once

#include "graph/column.h"
#include "graph/ids.h"
#include "graph/lmdb/column_table.h"

#include <span>

namespace lintas::lmdb {

// The values of the entities, null where there is none. Typed if the groups that occur share a type
// that columns have, else boxed. Strings lie in the segments. Throws Storage if a segment is
// damaged.
Column gather(const ColumnTable& table, std::span<const NodeId> nodes);
Column gather(const ColumnTable& table, std::span<const RelationshipId> relationships);

} // namespace lintas::lmdb
