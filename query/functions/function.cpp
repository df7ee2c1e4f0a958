#include "query/functions/function.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace lintas::query {

namespace {

constexpr std::array<std::string_view, 16> type_names = {
    "a boolean",    "an integer",   "a float",          "a string",         "a list",
    "a map",        "a node",       "a relationship",   "a path",           "a date",
    "a local time", "a zoned time", "a local datetime", "a zoned datetime", "a duration",
    "a point",
};

std::string count_text(std::size_t least, std::size_t most, bool variadic) {
    const auto arguments = [](std::size_t count) {
        return fmt::format("{} argument{}", count, count == 1 ? "" : "s");
    };
    if (variadic) return "at least " + arguments(least);
    return least == most ? arguments(least) : fmt::format("{} to {}", least, arguments(most));
}

void check_count(const ScalarFunction& function, std::size_t count) {
    const auto parameters = function.parameters.list();
    const auto least = static_cast<std::size_t>(
        std::ranges::count(parameters, false, &FunctionParameter::optional));
    const bool variadic = function.parameters.variadic;
    if (count >= least && (variadic || count <= parameters.size())) return;
    throw Error{ErrorCode::Syntax, ErrorDetail::InvalidNumberOfArguments,
                fmt::format("Function `{}` takes {}, not {}", function.name,
                            count_text(least, parameters.size(), variadic), count)};
}

[[noreturn]] void refuse_argument(const ScalarFunction& function,
                                  const FunctionParameter& parameter, const Value& argument) {
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentValue,
                fmt::format("Argument `{}` of function `{}` is {}, it takes {}", parameter.name,
                            function.name, describe(accepted_by(argument)),
                            describe(parameter.accepts))};
}

} // namespace

Accepts accepted_by(const Value& value) {
    static_assert(static_cast<int>(ValueType::Boolean) == 1 &&
                      static_cast<int>(ValueType::Point) == type_names.size(),
                  "Accepts has a bit for each type of a value, in the same order");
    if (value.is_null()) return Accepts::Nothing;
    return static_cast<Accepts>(1u << (static_cast<unsigned>(value.type()) - 1));
}

std::string describe(Accepts accepts) {
    if (accepts == Accepts::Nothing) return "null";
    if (accepts == Accepts::Any) return "any value";
    std::vector<std::string_view> names;
    for (std::size_t bit = 0; bit < type_names.size(); ++bit) {
        if (overlaps(accepts, static_cast<Accepts>(1u << bit))) names.push_back(type_names[bit]);
    }
    const auto last = names.back();
    names.pop_back();
    if (names.empty()) return std::string{last};
    return fmt::format("{} or {}", fmt::join(names, ", "), last);
}

Value call(const ScalarFunction& function, Arguments arguments, CallContext& context) {
    check_count(function, arguments.size());
    const auto parameters = function.parameters.list();
    bool has_null = false;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (arguments[at].is_null()) {
            has_null = true;
            continue;
        }
        const auto& parameter = parameters[std::min(at, parameters.size() - 1)];
        if (!overlaps(parameter.accepts, accepted_by(arguments[at])))
            refuse_argument(function, parameter, arguments[at]);
    }
    if (has_null && !function.sees_null) return {};
    return function.call(arguments, context);
}

} // namespace lintas::query
