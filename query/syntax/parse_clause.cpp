// The table of clauses, and those that read.
#include "query/syntax/grammar.h"
#include "query/syntax/upper_case.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query::syntax {

struct Grammar::ClauseRow {
    Keyword keyword;
    Clause (Grammar::*parse)();
    bool named = true; // do errors name it where a clause is expected?
};

const Grammar::ClauseRow Grammar::clause_rows[] = {
    {Keyword::Match, &Grammar::match},
    {Keyword::Return, &Grammar::return_clause},
    {Keyword::With, &Grammar::with},
    {Keyword::Optional, &Grammar::optional_clause},
    {Keyword::Unwind, &Grammar::unwind},
    {Keyword::Create, &Grammar::create},
    {Keyword::Insert, &Grammar::create},
    {Keyword::Merge, &Grammar::merge},
    {Keyword::Set, &Grammar::set},
    {Keyword::Remove, &Grammar::remove},
    {Keyword::Delete, &Grammar::delete_clause},
    {Keyword::Detach, &Grammar::delete_clause},
    {Keyword::NoDetach, &Grammar::delete_clause},
    {Keyword::Foreach, &Grammar::foreach_clause},
    {Keyword::Call, &Grammar::call},
    {Keyword::Load, &Grammar::load_csv},
    {Keyword::Let, &Grammar::let},
    {Keyword::Filter, &Grammar::filter},
    {Keyword::For, &Grammar::for_clause},
    {Keyword::Finish, &Grammar::finish},
    {Keyword::Use, &Grammar::refuse_clause},
    {Keyword::Order, &Grammar::order_clause, false},
    {Keyword::Skip, &Grammar::order_clause, false},
    {Keyword::Offset, &Grammar::order_clause, false},
    {Keyword::Limit, &Grammar::order_clause, false},
};

const Grammar::ClauseRow* Grammar::find_clause() const {
    const auto* const found = std::ranges::find_if(clause_rows, [this](const auto& row) {
        return row.named ? cursor_.at(row.keyword) : cursor_.token().keyword == row.keyword;
    });
    return found == std::end(clause_rows) ? nullptr : found;
}

// Does a query begin at this token, rather than a path with a variable of such a name?
bool Grammar::begins_query(std::size_t position) const {
    const auto keyword = cursor_.token_at(position).keyword;
    const bool is_clause =
        keyword == Keyword::When ||
        std::ranges::find(clause_rows, keyword, &ClauseRow::keyword) != std::end(clause_rows);
    return is_clause && cursor_.token_at(position + 1).kind != TokenKind::Equal;
}

bool Grammar::at_clause() const { return find_clause() != nullptr; }

Clause Grammar::clause() {
    const auto* const row = find_clause();
    if (row == nullptr) cursor_.fail("a clause such as `MATCH`, `CREATE` or `RETURN`");
    return (this->*row->parse)();
}

ExpressionPointer Grammar::where() {
    return cursor_.accept(Keyword::Where) ? condition() : nullptr;
}

Clause Grammar::match() {
    const auto first = cursor_.position();
    Match result;
    result.optional = cursor_.accept(Keyword::Optional);
    cursor_.expect(Keyword::Match);
    result.pattern = pattern();
    while (cursor_.accept(Keyword::Using)) index_hint();
    result.where = where();
    return make_clause(std::move(result), first);
}

// [RANGE | TEXT | POINT] INDEX [SEEK] variable:Label(key, ...), SCAN variable:Label or JOIN ON
// variable, ... behind USING. How a pattern is searched is for the statistics to say, so that
// nothing is kept of it.
void Grammar::index_hint() {
    const auto accept_word = [this](std::string_view word) {
        const bool is_here = upper_case(cursor_.text(cursor_.token())) == word;
        if (is_here) cursor_.advance();
        return is_here;
    };
    if (accept_word("JOIN")) {
        cursor_.expect(Keyword::On);
        do cursor_.expect_name("a variable");
        while (cursor_.accept(TokenKind::Comma));
        return;
    }
    const bool is_scan = accept_word("SCAN");
    if (!is_scan) {
        if (!cursor_.at(Keyword::Index) && cursor_.token(1).keyword == Keyword::Index)
            cursor_.advance();
        if (!cursor_.accept(Keyword::Index)) cursor_.fail("`INDEX`, `SCAN` or `JOIN ON`");
        if (cursor_.token(1).kind != TokenKind::Colon) accept_word("SEEK");
    }
    cursor_.expect_name("a variable");
    cursor_.expect(TokenKind::Colon, "`:`");
    cursor_.expect_name("a label or type");
    if (is_scan) return;
    cursor_.expect(TokenKind::LeftParenthesis, "`(`");
    do cursor_.expect_name("a property key");
    while (cursor_.accept(TokenKind::Comma));
    cursor_.expect(TokenKind::RightParenthesis, "`,` or `)`");
}

Clause Grammar::optional_clause() {
    if (cursor_.token(1).keyword == Keyword::Call) return call();
    return match();
}

Clause Grammar::unwind() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::Unwind);
    auto list = value();
    if (!cursor_.accept(Keyword::As)) cursor_.fail("`AS` or an operator");
    auto variable = cursor_.expect_name("a variable");
    return make_clause(Unwind{std::move(list), std::move(variable)}, first);
}

// FOR variable IN list
Clause Grammar::for_clause() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::For);
    auto variable = cursor_.expect_name("a variable");
    cursor_.expect(Keyword::In);
    return make_clause(Unwind{value(), std::move(variable)}, first);
}

Clause Grammar::with() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::With);
    With result{projection(), nullptr};
    result.where = where();
    return make_clause(std::move(result), first);
}

// ORDER BY, SKIP and LIMIT on their own: of all variables.
Clause Grammar::order_clause() {
    const auto first = cursor_.position();
    With result;
    result.projection.all = true;
    order_and_limits(result.projection);
    result.projection.span = cursor_.span_from(first);
    return make_clause(std::move(result), first);
}

Clause Grammar::return_clause() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::Return);
    return make_clause(Return{projection()}, first);
}

Clause Grammar::let() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::Let);
    Let result;
    do {
        auto name = cursor_.expect_name("a variable");
        cursor_.expect(TokenKind::Equal, "`=`");
        result.items.emplace_back(std::move(name), value());
    } while (cursor_.accept(TokenKind::Comma));
    return make_clause(std::move(result), first);
}

Clause Grammar::filter() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::Filter);
    if (cursor_.at(Keyword::Where) && starts_expression(cursor_.token(1))) cursor_.advance();
    return make_clause(Filter{condition()}, first);
}

Clause Grammar::finish() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::Finish);
    return make_clause(Finish{}, first);
}

// LOAD CSV [WITH HEADERS] FROM url AS variable [FIELDTERMINATOR text]
Clause Grammar::load_csv() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::Load);
    cursor_.expect(Keyword::Csv);
    LoadCsv result;
    result.headers = cursor_.accept(Keyword::With);
    if (result.headers) cursor_.expect(Keyword::Headers);
    cursor_.expect(Keyword::From);
    result.url = value();
    if (!cursor_.accept(Keyword::As)) cursor_.fail("`AS` or an operator");
    result.variable = cursor_.expect_name("a variable");
    if (cursor_.accept(Keyword::FieldTerminator)) result.terminator = value();
    return make_clause(std::move(result), first);
}

Clause Grammar::refuse_clause() {
    const auto& token = cursor_.token();
    throw Error{ErrorCode::Unsupported,
                fmt::format("`{}` is not supported yet", name(token.keyword)), token.span};
}

} // namespace lintas::query::syntax
