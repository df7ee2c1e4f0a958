// Finds a function by its written name and checks, as far as can be known before running, that its
// arguments fit.
#pragma once

#include "query/functions/aggregate.h"
#include "query/functions/function.h"
#include "query/plan/static_type.h"
#include "query/syntax/ast.h"

#include <span>
#include <string_view>

namespace lintas::query {

// Names of functions and procedures ignore case.
bool is_name(std::string_view written, std::string_view name);

// SyntaxError UnknownFunction with a near name; InvalidNumberOfArguments.
const ScalarFunction& function_for(const syntax::FunctionCall& call, Span span);

// SyntaxError InvalidArgumentType for an argument that can never fit. Gives the result's type.
StaticType check_function(const syntax::FunctionCall& call, const ScalarFunction& function,
                          std::span<const StaticType> types);

// SyntaxError InvalidNumberOfArguments.
void check_aggregate(const syntax::FunctionCall& call, const AggregateFunction& function,
                     Span span);

} // namespace lintas::query
