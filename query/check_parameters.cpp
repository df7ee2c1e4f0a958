#include "query/check_parameters.h"

#include "graph/error.h"
#include "graph/near_name.h"
#include "query/syntax/lexer.h"
#include "query/syntax/literal.h"

#include <fmt/format.h>

#include <optional>
#include <vector>

namespace lintas::query {

namespace {

// Nothing where the name stands for a parameter that is not written, as CALL without arguments has.
std::optional<Span> place_of(std::string_view text, std::string_view name) {
    for (const auto& token : syntax::tokenize(text)) {
        if (token.kind != syntax::TokenKind::Parameter) continue;
        const auto written = text.substr(token.span.begin, token.span.end - token.span.begin);
        if (syntax::read_name(written.substr(1)) == name) return token.span;
    }
    return std::nullopt;
}

std::string near_parameter(std::string_view name, const Map& parameters) {
    std::vector<std::string_view> given;
    for (const auto& [known, value] : parameters) given.push_back(known);
    const auto near = find_near_name(name, given);
    return near ? fmt::format("; did you mean `${}`?", *near) : "";
}

} // namespace

void check_parameters(std::string_view text, std::span<const std::string> names,
                      const Map& parameters) {
    for (const auto& name : names)
        if (!parameters.contains(name))
            throw Error{ErrorCode::ParameterMissing, ErrorDetail::MissingParameter,
                        fmt::format("Parameter `${}` has no value{}", name,
                                    near_parameter(name, parameters)),
                        place_of(text, name)};
}

} // namespace lintas::query
