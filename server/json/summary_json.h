// What a query's summary holds, as the Query API writes it.
//
// Invariant: counters have all fourteen keys; a plan is an object of its operator's name, its
// arguments, the variables it gives, and its children.
#pragma once

#include "query/result.h"
#include "server/json/json_writer.h"
#include "server/json/value_json.h"

namespace lintas::server {

void write_counters(JsonWriter& writer, const query::Counters& counters);
// Arguments are values and therefore in the encoding of the answer.
void write_plan(JsonWriter& writer, Encoding encoding, const query::PlanDescription& plan,
                const Snapshot& graph);
void write_notification(JsonWriter& writer, const query::Notification& notification);

// "r", "rw", "w" or "s".
std::string_view query_type(query::QueryKind kind);

} // namespace lintas::server
