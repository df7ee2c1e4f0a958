// Answers as CSV (RFC 4180): comma, CRLF, a header line of the column names. A field is in quotes
// where it has to be, and an empty string always, which tells it from null.
//
// Invariant: a reader of CSV gets each string back as it was.
#pragma once

#include "query/result.h"
#include "server/output/sink.h"

namespace lintas::server {

void write_csv(query::Cursor& cursor, Sink& sink);

} // namespace lintas::server
