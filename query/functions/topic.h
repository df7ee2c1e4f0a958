// The scalar functions by topic: one table a topic, one row a function.
//
// Invariant: topics are in the order of their names; a function is in one of them only.
#pragma once

#include "query/functions/function.h"

#include <span>
#include <string_view>

namespace lintas::query {

struct FunctionTopic {
    std::string_view name; // "Lists"
    std::span<const ScalarFunction> functions;
};

std::span<const FunctionTopic> function_topics();

} // namespace lintas::query
