#include "fuzz/parsing_promises.h"

#include "graph/expect.h"
#include "query/syntax/parser.h"
#include "query/syntax/print.h"
#include "query/syntax/source.h"

#include <optional>
#include <string>

namespace lintas::testing {

namespace {

// The query printed, or nothing when it does not parse.
std::optional<std::string> printed(std::string_view text) {
    try {
        return query::syntax::print(query::syntax::parse(text));
    } catch (const Error& error) {
        expect(error.code() != ErrorCode::Internal, "the fault lies in the query");
        expect(error.span() && error.span()->end <= text.size(), "the span lies in the query");
        expect(!query::syntax::render(error, text).empty(), "every error can be rendered");
        return std::nullopt;
    }
}

} // namespace

void check_parsing(std::string_view text) {
    if (const auto once = printed(text)) expect(printed(*once) == once, "printing keeps the tree");
}

} // namespace lintas::testing
