// Functions as the catalogue shows them: "left(text :: STRING, length :: INTEGER) :: STRING".
//
// Invariant: a parameter that may be left out stands in brackets; one that repeats has `...`.
#pragma once

#include "query/functions/aggregate.h"
#include "query/functions/function.h"

#include <string>

namespace lintas::query {

// In the words of the language: "INTEGER | FLOAT", "ANY".
std::string type_text(Accepts accepts);

std::string signature(const ScalarFunction& function);
std::string signature(const AggregateFunction& function);

} // namespace lintas::query
