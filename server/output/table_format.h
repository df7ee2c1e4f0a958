// Answers as a table for people: columns as wide as their cells, numbers to the right, the number
// of rows below; the plan in place of rows for EXPLAIN.
//
// Invariant: widths come from the first thousand rows; later rows are never cut, only out of line.
#pragma once

#include "query/result.h"
#include "server/output/sink.h"

namespace lintas::server {

void write_table(query::Cursor& cursor, Sink& sink);

} // namespace lintas::server
