// Prints values with their entities spelled out as in a pattern, as the openCypher TCK does:
// node (:A:B {name: 'x'}), relationship [:T {a: 1}], path <(:A)-[:T]->(:B)<-[:U]-(:C)>.
//
// Invariant: labels and properties stand in the order of their names. An entity that the snapshot
// does not have prints as its id.
#pragma once

#include "graph/store.h"
#include "graph/value.h"

#include <string>

namespace lintas {

std::string to_text(const Value& value, const Snapshot& snapshot);

} // namespace lintas
