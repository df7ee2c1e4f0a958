// Values as JSON, in the two encodings of the Query API: plain, for people and scripts, and typed,
// which says of every value what it is: {"$type": "Integer", "_value": "1"}.
//
// Invariant: read_typed() gives back every value that write_value() wrote typed, apart from nodes,
// relationships and paths, which exist in a graph only.
#pragma once

#include "graph/store.h"
#include "graph/value.h"
#include "server/json/json_writer.h"

namespace lintas::server {

// Typed writes LocalTime and LocalDateTime always with a fraction, since a common client cannot
// read them without one; TypedAsPrinted writes them as toString() of the language does.
enum class Encoding { Plain, Typed, TypedAsPrinted };

// REQUIRES: the entities in `value` are of `graph`.
void write_value(JsonWriter& writer, Encoding encoding, const Value& value, const Snapshot& graph);

// The value that typed JSON, read by read_json(), stands for. ErrorCode::Input where it is not of
// that form, names an unknown type, or is of a graph.
Value read_typed(const Value& json);

} // namespace lintas::server
