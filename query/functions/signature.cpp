#include "query/functions/signature.h"

#include <fmt/format.h>

#include <array>
#include <vector>

namespace lintas::query {

namespace {

// A union of several bits stands before its parts.
struct TypeName {
    Accepts type;
    std::string_view name;
};

constexpr auto signature_types = std::to_array<TypeName>({
    {Accepts::Boolean, "BOOLEAN"},
    {Accepts::Integer, "INTEGER"},
    {Accepts::Float, "FLOAT"},
    {Accepts::String, "STRING"},
    {Accepts::List, "LIST<ANY>"},
    {Accepts::Map, "MAP"},
    {Accepts::Node, "NODE"},
    {Accepts::Relationship, "RELATIONSHIP"},
    {Accepts::Path, "PATH"},
    {Accepts::Date, "DATE"},
    {Accepts::LocalTime, "LOCAL TIME"},
    {Accepts::ZonedTime, "ZONED TIME"},
    {Accepts::LocalDateTime, "LOCAL DATETIME"},
    {Accepts::ZonedDateTime, "ZONED DATETIME"},
    {Accepts::Duration, "DURATION"},
    {Accepts::Point, "POINT"},
});

std::string parameter_text(const FunctionParameter& parameter, bool repeats) {
    const auto text = fmt::format("{}{} :: {}", parameter.name, repeats ? "..." : "",
                                  type_text(parameter.accepts));
    return parameter.optional ? "[" + text + "]" : text;
}

} // namespace

std::string type_text(Accepts accepts) {
    if (accepts == Accepts::Any) return "ANY";
    std::vector<std::string_view> names;
    for (const auto& [type, name] : signature_types)
        if (overlaps(accepts, type)) names.push_back(name);
    return names.empty() ? "NULL" : fmt::format("{}", fmt::join(names, " | "));
}

std::string signature(const ScalarFunction& function) {
    std::vector<std::string> parameters;
    for (const auto& parameter : function.parameters.list())
        parameters.push_back(parameter_text(parameter, false));
    if (function.parameters.variadic)
        parameters.back() = parameter_text(function.parameters.list().back(), true);
    return fmt::format("{}({}) :: {}", function.name, fmt::join(parameters, ", "),
                       type_text(function.gives));
}

std::string signature(const AggregateFunction& function) {
    const auto* const second = function.arguments > 1 ? ", percentile :: FLOAT" : "";
    return fmt::format("{}(input :: ANY{}) :: {}", function.name, second,
                       type_text(function.gives));
}

} // namespace lintas::query
