// A place among the tokens of a query, and the errors about what stands there.
//
// Invariant: the place never passes the End token; errors name the token found and its span.
#pragma once

#include "query/syntax/ast_expression.h"
#include "query/syntax/token.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query::syntax {

class Cursor {
public:
    // The text must outlive the cursor.
    explicit Cursor(std::string_view text);

    // The token here or further on, without taking it; End for what lies behind the end.
    const Token& token(std::size_t ahead = 0) const { return token_at(position_ + ahead); }
    const Token& token_at(std::size_t position) const;
    std::size_t position() const { return position_; }

    // Does this stand here? A keyword that does not is remembered for the next error.
    bool at(TokenKind kind) const { return token().kind == kind; }
    bool at(Keyword keyword) const;
    bool at(Keyword first, Keyword second) const;
    bool at_name() const { return is_name(token()); }
    static bool is_name(const Token& token) {
        return token.kind == TokenKind::Name || token.kind == TokenKind::QuotedName;
    }

    void advance();
    bool accept(TokenKind kind);
    bool accept(Keyword keyword);
    bool accept(Keyword first, Keyword second);
    // Takes what must stand here or fails; `expected` names it in the message.
    void expect(TokenKind kind, std::string_view expected);
    void expect(Keyword keyword);
    Name expect_name(std::string_view expected);

    std::string_view text(Span span) const;
    std::string_view text(const Token& token) const { return text(token.span); }
    // From the token at `first` to the last one taken.
    Span span_from(std::size_t first) const;

    // "Found `x`; expected <expected>", with a near keyword if there is one.
    [[noreturn]] void fail(std::string_view expected,
                           ErrorDetail detail = ErrorDetail::UnexpectedSyntax) const;
    // The same with all that was asked for here in vain, and `last`.
    [[noreturn]] void fail_with_alternatives(std::string_view last) const;

private:
    std::string found() const;
    std::string hint() const;
    void remember(Keyword keyword) const;

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t position_ = 0;
    // Keywords asked for in vain at `tried_at_`, for messages. Looking does not change the place.
    mutable std::vector<Keyword> tried_;
    mutable std::size_t tried_at_ = 0;
    std::size_t comma_tried_at_ = 0; // one more than the place of a comma asked for in vain
};

} // namespace lintas::query::syntax
