// Answers as JSON, values in the plain encoding: one object with columns and rows, or an object a
// line. The answer to EXPLAIN has its plan under "plan", a query that wrote has "counters".
//
// Invariant: rows are written as they come; a failure leaves JSON that is visibly cut off.
#pragma once

#include "query/result.h"
#include "server/output/sink.h"

namespace lintas::server {

void write_json(query::Cursor& cursor, Sink& sink);
void write_ndjson(query::Cursor& cursor, Sink& sink);

} // namespace lintas::server
