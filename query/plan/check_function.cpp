#include "query/plan/check_function.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace lintas::query {

namespace {

std::string plural(std::size_t count) {
    return fmt::format("{} argument{}", count, count == 1 ? "" : "s");
}

std::string allowed(const FunctionParameters& parameters) {
    const auto list = parameters.list();
    const auto least = static_cast<std::size_t>(std::ranges::count_if(
        list, [](const FunctionParameter& parameter) { return !parameter.optional; }));
    if (parameters.variadic) return fmt::format("at least {}", plural(least));
    if (least == list.size()) return plural(least);
    return fmt::format("{} to {}", least, plural(list.size()));
}

void check_count(const syntax::FunctionCall& call, const ScalarFunction& function, Span span) {
    const auto list = function.parameters.list();
    const auto least = static_cast<std::size_t>(std::ranges::count_if(
        list, [](const FunctionParameter& parameter) { return !parameter.optional; }));
    const auto given = call.arguments.size();
    if (given >= least && (given <= list.size() || function.parameters.variadic)) return;
    throw Error{ErrorCode::Syntax, ErrorDetail::InvalidNumberOfArguments,
                fmt::format("Function `{}` takes {}, not {}", function.name,
                            allowed(function.parameters), given),
                span};
}

// Elements of the lists that some functions give.
constexpr std::array<std::pair<std::string_view, Accepts>, 6> elements_given{{
    {"keys", Accepts::String},
    {"labels", Accepts::String},
    {"nodes", Accepts::Node},
    {"range", Accepts::Integer},
    {"relationships", Accepts::Relationship},
    {"split", Accepts::String},
}};

Accepts element_given_by(std::string_view name) {
    const auto row =
        std::ranges::find(elements_given, name, &std::pair<std::string_view, Accepts>::first);
    return row == elements_given.end() ? Accepts::Any : row->second;
}

} // namespace

bool is_name(std::string_view written, std::string_view name) {
    return std::ranges::equal(written, name, [](char left, char right) {
        return std::tolower(static_cast<unsigned char>(left)) ==
               std::tolower(static_cast<unsigned char>(right));
    });
}

const ScalarFunction& function_for(const syntax::FunctionCall& call, Span span) {
    const auto* function = find_function(call.name.text);
    if (function == nullptr) {
        const auto near = near_function(call.name.text);
        throw Error{ErrorCode::Syntax, ErrorDetail::UnknownFunction,
                    near.empty() ? fmt::format("Function `{}` does not exist", call.name.text)
                                 : fmt::format("Function `{}` does not exist; did you mean `{}`?",
                                               call.name.text, near),
                    call.name.span};
    }
    if (call.distinct)
        throw Error{
            ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
            fmt::format("`DISTINCT` belongs to aggregates, and `{}` is none", call.name.text),
            span};
    check_count(call, *function, span);
    return *function;
}

StaticType check_function(const syntax::FunctionCall& call, const ScalarFunction& function,
                          std::span<const StaticType> types) {
    const auto list = function.parameters.list();
    for (std::size_t i = 0; i < types.size(); ++i) {
        const auto& parameter = list[std::min(i, list.size() - 1)];
        if (types[i].may_be(parameter.accepts)) continue;
        throw Error{ErrorCode::Syntax, ErrorDetail::InvalidArgumentType,
                    fmt::format("Function `{}` takes {} as `{}`, not {}", function.name,
                                describe(parameter.accepts), parameter.name,
                                describe(types[i].accepts)),
                    call.arguments[i]->span};
    }
    return {function.gives, element_given_by(function.name)};
}

void check_aggregate(const syntax::FunctionCall& call, const AggregateFunction& function,
                     Span span) {
    if (call.arguments.size() == function.arguments) return;
    throw Error{ErrorCode::Syntax, ErrorDetail::InvalidNumberOfArguments,
                fmt::format("Aggregate `{}` takes {}, not {}", function.name,
                            plural(function.arguments), call.arguments.size()),
                span};
}

} // namespace lintas::query
