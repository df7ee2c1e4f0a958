// The operators of expressions on single values: arithmetic, concatenation, indexing, strings.
//
// Invariant: null in gives null out, except where a comment says otherwise; nothing overflows
// silently. Errors carry no span: the evaluator adds it.
#pragma once

#include "graph/value.h"
#include "query/functions/function.h"

#include <optional>

namespace lintas::query {

// Numbers, strings, lists, temporal values and durations as openCypher 9 defines. TypeError
// InvalidArgumentType for types that do not go together, ArithmeticError as ErrorCode::Argument
// NumberOutOfRange for integer overflow and integer division by zero.
Value add(const Value& left, const Value& right);
Value subtract(const Value& left, const Value& right);
Value multiply(const Value& left, const Value& right);
Value divide(const Value& left, const Value& right);
Value modulo(const Value& left, const Value& right);
Value power(const Value& left, const Value& right);
Value negate(const Value& value);
Value concatenate(const Value& left, const Value& right); // ||

// Null when either side is not a string.
Value starts_with(const Value& text, const Value& prefix);
Value ends_with(const Value& text, const Value& suffix);
Value contains(const Value& text, const Value& part);
// The whole text matches the RE2 pattern. ArgumentError for a pattern that does not compile.
Value matches(const Value& text, const Value& pattern);

// `value IN list`, three-valued. TypeError when the right side is neither a list nor null.
Value in_list(const Value& value, const Value& list);

// base[index]: lists by integer (negative from the end, null outside), maps, nodes and
// relationships by string.
Value element(const Value& base, const Value& index, CallContext& context);
// base[from..to], half open, clamped. `from` or `to` absent: the end of the list.
Value slice(const Value& base, const std::optional<Value>& from, const std::optional<Value>& to);
// base.key of maps, nodes, relationships, temporal values, durations and points.
Value property(const Value& base, std::string_view key, CallContext& context);

// The text of a three-valued truth: nullopt is null.
Value truth(std::optional<bool> value);

} // namespace lintas::query
