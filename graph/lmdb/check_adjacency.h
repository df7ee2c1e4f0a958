// Checks that the segments with relationships can be read: that the parts of each group fit.
#pragma once

#include "graph/lmdb/graph_tables.h"
#include "graph/lmdb/record.h"

namespace lintas::lmdb {

// False, with each fault told to `report`, if some cannot. REQUIRES: every segment is intact.
bool have_sound_shapes(const GraphTables& tables, const Report& report);

} // namespace lintas::lmdb
