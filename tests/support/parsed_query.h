// Helpers of the tests of the parser: a query parsed and printed again, and the error of one that
// does not parse.
#pragma once

#include "query/syntax/parser.h"
#include "query/syntax/print.h"
#include "query/syntax/source.h"

#include <optional>
#include <string>
#include <string_view>

namespace lintas::testing {

// The query as the printer writes it.
inline std::string reprinted(std::string_view query) {
    return query::syntax::print(query::syntax::parse(query));
}

// An expression as the printer writes it: two texts of the same tree give the same text.
inline std::string reprinted_expression(const std::string& expression) {
    const auto text = reprinted("RETURN " + expression);
    return text.substr(text.find(' ') + 1);
}

inline std::optional<Error> error_of(std::string_view query) {
    try {
        query::syntax::parse(query);
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

// The rendered error of a query, or "" when it parses.
inline std::string rendered_error(std::string_view query) {
    const auto error = error_of(query);
    return error ? query::syntax::render(*error, query) : "";
}

} // namespace lintas::testing
