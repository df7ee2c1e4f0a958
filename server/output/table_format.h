// Answers as a table for people; the plan in place of rows for EXPLAIN.
//
// Invariant: nothing is cut, unless it is for a terminal.
#pragma once

#include "query/result.h"
#include "server/output/sink.h"

#include <cstddef>

namespace lintas::server {

void write_table(query::Cursor& cursor, Sink& sink);
// For a terminal of so many columns; 0 if there is none.
void write_fitted_table(query::Cursor& cursor, Sink& sink, std::size_t terminal);

// A line for each column of a row.
void write_records(query::Cursor& cursor, Sink& sink);

} // namespace lintas::server
