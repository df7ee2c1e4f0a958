// A value as people read it in a table: strings and temporal values without quotes, everything else
// as Cypher text.
//
// Invariant: the text of a string is the string itself, also where it has line breaks.
#pragma once

#include "graph/store.h"
#include "graph/value.h"

#include <string>

namespace lintas::server {

std::string cell_text(const Value& value, const Snapshot& graph);

} // namespace lintas::server
