// CALL of procedures and of subqueries.
#include "query/syntax/grammar.h"

namespace lintas::query::syntax {

Clause Grammar::call() {
    const bool optional = cursor_.at(Keyword::Optional);
    const auto& next = cursor_.token(optional ? 2 : 1);
    const bool is_subquery =
        next.kind == TokenKind::LeftBrace || next.kind == TokenKind::LeftParenthesis;
    return is_subquery ? call_subquery(optional) : call_procedure(optional);
}

// a.b.c as one name.
Name Grammar::dotted_name(std::string_view expected) {
    auto result = cursor_.expect_name(expected);
    while (cursor_.accept(TokenKind::Dot)) {
        const auto part = cursor_.expect_name(expected);
        result.text += "." + part.text;
        result.span.end = part.span.end;
    }
    return result;
}

Clause Grammar::call_procedure(bool optional) {
    const auto first = cursor_.position();
    if (optional) cursor_.advance();
    cursor_.expect(Keyword::Call);
    CallProcedure result;
    result.optional = optional;
    result.procedure = dotted_name("a procedure, `{` or `(`");
    if (cursor_.accept(TokenKind::LeftParenthesis)) {
        const Temporarily without_patterns{patterns_allowed_, false};
        result.arguments =
            expressions_until(TokenKind::RightParenthesis, "`,`, `)` or an operator");
    }
    if (cursor_.accept(Keyword::Yield)) yield(result);
    return make_clause(std::move(result), first);
}

// YIELD *, YIELD -, YIELD a, b AS c [WHERE condition]
void Grammar::yield(CallProcedure& call) {
    if (cursor_.accept(TokenKind::Star)) {
        call.yield_all = true;
        call.yield.emplace();
    } else if (cursor_.accept(TokenKind::Minus)) {
        call.yield.emplace();
    } else {
        call.yield = yield_items();
    }
    call.where = where();
}

std::vector<YieldItem> Grammar::yield_items() {
    std::vector<YieldItem> items;
    do {
        YieldItem item{cursor_.expect_name("a column"), {}};
        if (cursor_.accept(Keyword::As)) item.alias = cursor_.expect_name("a variable");
        items.push_back(std::move(item));
    } while (cursor_.accept(TokenKind::Comma));
    return items;
}

Clause Grammar::call_subquery(bool optional) {
    Height height{*this};
    const auto first = cursor_.position();
    if (optional) cursor_.advance();
    cursor_.expect(Keyword::Call);
    CallSubquery result;
    result.optional = optional;
    if (cursor_.accept(TokenKind::LeftParenthesis)) scope_clause(result);
    result.query = braced_query(QueryPlace::Call);
    result.transactions = in_transactions();
    height.grow(2);
    return make_clause(std::move(result), first);
}

// (), (*), (x, y)
void Grammar::scope_clause(CallSubquery& call) {
    call.imports.emplace();
    call.imports_all = cursor_.accept(TokenKind::Star);
    if (!call.imports_all && !cursor_.at(TokenKind::RightParenthesis)) {
        do call.imports->push_back(cursor_.expect_name("a variable or `*`"));
        while (cursor_.accept(TokenKind::Comma));
    }
    cursor_.expect(TokenKind::RightParenthesis, call.imports_all ? "`)`" : "`,` or `)`");
}

// IN [[n] CONCURRENT] TRANSACTIONS and its options, in any order.
std::optional<InTransactions> Grammar::in_transactions() {
    if (!cursor_.accept(Keyword::In)) return std::nullopt;
    InTransactions result;
    if (!cursor_.at(Keyword::Transactions) && !cursor_.at(Keyword::Concurrent)) {
        result.concurrent = value();
        result.concurrently = true;
        cursor_.expect(Keyword::Concurrent);
    } else {
        result.concurrently = cursor_.accept(Keyword::Concurrent);
    }
    cursor_.expect(Keyword::Transactions);
    while (transactions_option(result)) {
    }
    return result;
}

bool Grammar::transactions_option(InTransactions& transactions) {
    if (cursor_.accept(Keyword::Of)) {
        transactions.rows = value();
        if (!cursor_.accept(Keyword::Rows)) cursor_.expect(Keyword::Row);
        return true;
    }
    if (cursor_.accept(Keyword::On)) {
        transactions.on_error = on_error();
        return true;
    }
    if (cursor_.accept(Keyword::Report)) {
        cursor_.expect(Keyword::Status);
        cursor_.expect(Keyword::As);
        transactions.report = cursor_.expect_name("a variable");
        return true;
    }
    return false;
}

OnError Grammar::on_error() {
    cursor_.expect(Keyword::Error);
    if (cursor_.accept(Keyword::Continue)) return OnError::Continue;
    if (cursor_.accept(Keyword::Break)) return OnError::Break;
    if (!cursor_.accept(Keyword::Fail)) cursor_.fail("`CONTINUE`, `BREAK` or `FAIL`");
    return OnError::Fail;
}

} // namespace lintas::query::syntax
