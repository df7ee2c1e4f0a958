#include "query/functions/function.h"
#include "query/functions/limits.h"
#include "query/functions/unicode_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace lintas::query {

namespace {

Value head(Arguments arguments, CallContext&) {
    const auto& list = arguments[0].list();
    return list.empty() ? Value{} : list.front();
}

Value last(Arguments arguments, CallContext&) {
    const auto& list = arguments[0].list();
    return list.empty() ? Value{} : list.back();
}

Value tail(Arguments arguments, CallContext&) {
    const auto& list = arguments[0].list();
    return list.empty() ? arguments[0] : Value{List(list.begin() + 1, list.end())};
}

Value is_empty(Arguments arguments, CallContext&) {
    if (arguments[0].is(ValueType::List)) return arguments[0].list().empty();
    if (arguments[0].is(ValueType::Map)) return arguments[0].map().empty();
    return arguments[0].string().empty();
}

Value reverse(Arguments arguments, CallContext&) {
    if (arguments[0].is(ValueType::String)) return reverse_text(arguments[0].string());
    const auto& list = arguments[0].list();
    return Value{List(list.rbegin(), list.rend())};
}

Value size(Arguments arguments, CallContext&) {
    const auto size = arguments[0].is(ValueType::List) ? arguments[0].list().size()
                                                       : count_code_points(arguments[0].string());
    return static_cast<std::int64_t>(size);
}

// The check is the body's, since a wrong type is an ArgumentError here, also for a literal.
std::int64_t range_argument(const Value& argument, std::string_view name) {
    if (argument.is(ValueType::Integer)) return argument.integer();
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentType,
                fmt::format("Argument `{}` of function `range` is {}, it takes an integer", name,
                            describe(accepted_by(argument)))};
}

// The integers from `start` by `step` that do not pass `end`. The distance is taken without a sign:
// it may need all 64 bits.
std::size_t count_of_range(std::int64_t start, std::int64_t end, std::int64_t step) {
    if (step > 0 ? start > end : start < end) return 0;
    const auto from = static_cast<std::uint64_t>(start);
    const auto to = static_cast<std::uint64_t>(end);
    const auto stride = static_cast<std::uint64_t>(step);
    const auto steps = step > 0 ? (to - from) / stride : (from - to) / (0 - stride);
    return steps == std::numeric_limits<std::uint64_t>::max() ? steps : steps + 1;
}

Value range(Arguments arguments, CallContext&) {
    const auto start = range_argument(arguments[0], "start");
    const auto end = range_argument(arguments[1], "end");
    const auto step = arguments.size() < 3 ? 1 : range_argument(arguments[2], "step");
    if (step == 0)
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    "The step of `range` is `0`, it must be above or below 0"};
    const auto count = count_of_range(start, end, step);
    check_list_size(count);
    List list;
    list.reserve(count);
    auto next = static_cast<std::uint64_t>(start);
    for (std::size_t at = 0; at < count; ++at, next += static_cast<std::uint64_t>(step))
        list.emplace_back(static_cast<std::int64_t>(next));
    return Value{std::move(list)};
}

constexpr FunctionParameter list{"list", Accepts::List};

constexpr ScalarFunction list_table[] = {
    {"head", {list}, Accepts::Any, head, "The first element of a list; null for an empty one"},
    {"isEmpty",
     {{"value", Accepts::List | Accepts::Map | Accepts::String}},
     Accepts::Boolean,
     is_empty,
     "Whether a list, a map or a text holds nothing"},
    {"last", {list}, Accepts::Any, last, "The last element of a list; null for an empty one"},
    {"range",
     {{"start"}, {"end"}, {"step", Accepts::Any, true}},
     Accepts::List,
     range,
     "The integers from a first to a last one, by steps of 1 or of the given size"},
    {"reverse",
     {{"value", Accepts::List | Accepts::String}},
     Accepts::List | Accepts::String,
     reverse,
     "The elements of a list, or the characters of a text, in reverse order"},
    {"size",
     {{"value", Accepts::List | Accepts::String}},
     Accepts::Integer,
     size,
     "The number of elements of a list, or of characters of a text"},
    {"tail", {list}, Accepts::List, tail, "All elements of a list but the first"},
};

} // namespace

std::span<const ScalarFunction> list_functions() { return list_table; }

} // namespace lintas::query
