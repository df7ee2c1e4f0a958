// The most precise type of a value, in the words of the language.
//
// Invariant: equal types have equal names: the members of a union are in a fixed order and none is
// there twice.
#pragma once

#include "graph/value.h"

#include <string>

namespace lintas::query {

// "INTEGER NOT NULL", "LIST<STRING | FLOAT> NOT NULL", "NULL". Throws ErrorCode::Limit when the
// name of a deeply nested list would be too long.
std::string value_type_name(const Value& value);

} // namespace lintas::query
