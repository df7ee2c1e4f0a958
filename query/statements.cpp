#include "query/statements.h"

#include "query/syntax/lexer.h"

#include <optional>

namespace lintas::query {

Statements cut_statements(std::string_view text) {
    const auto beginning = syntax::tokenize_beginning(text);
    Statements statements;
    std::optional<Span> statement; // the one whose tokens are being read
    for (const auto& token : beginning.tokens) {
        if (token.kind == syntax::TokenKind::End) break;
        if (token.kind != syntax::TokenKind::Semicolon) {
            statement = {statement ? statement->begin : token.span.begin, token.span.end};
            continue;
        }
        if (statement)
            statements.whole.push_back(
                text.substr(statement->begin, statement->end - statement->begin));
        statement.reset();
    }
    const auto open = text.substr(beginning.open);
    if (statement)
        statements.rest = text.substr(statement->begin);
    else if (!open.starts_with("//"))
        statements.rest = open;
    return statements;
}

} // namespace lintas::query
