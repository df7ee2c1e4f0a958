// Queries: clauses one after another, UNION, NEXT, and queries within braces.
#include "query/syntax/grammar.h"

#include <fmt/format.h>

namespace lintas::query::syntax {

namespace {

enum class Role { Read, Call, Update, End };

// What a clause does for its query: only updates, calls and ends may come last.
struct RoleOf {
    Role operator()(const Match&) const { return Role::Read; }
    Role operator()(const Unwind&) const { return Role::Read; }
    Role operator()(const With&) const { return Role::Read; }
    Role operator()(const Return&) const { return Role::End; }
    Role operator()(const Create&) const { return Role::Update; }
    Role operator()(const Set&) const { return Role::Update; }
    Role operator()(const Remove&) const { return Role::Update; }
    Role operator()(const Merge&) const { return Role::Update; }
    Role operator()(const Delete&) const { return Role::Update; }
    Role operator()(const Foreach&) const { return Role::Update; }
    Role operator()(const CallProcedure&) const { return Role::Call; }
    Role operator()(const CallSubquery&) const { return Role::Call; }
    Role operator()(const LoadCsv&) const { return Role::Read; }
    Role operator()(const Let&) const { return Role::Read; }
    Role operator()(const Filter&) const { return Role::Read; }
    Role operator()(const Finish&) const { return Role::End; }
    Role operator()(const Conditional&) const { return Role::End; }
};

Role role_of(const Clause& clause) { return std::visit(RoleOf{}, clause.form); }

} // namespace

QueryPointer Grammar::braced_query(QueryPlace place) {
    cursor_.expect(TokenKind::LeftBrace, "`{`");
    auto result = std::make_unique<Query>(query(place));
    if (!cursor_.accept(TokenKind::RightBrace)) cursor_.fail_with_alternatives("`}`");
    return result;
}

// The braces of EXISTS, COUNT and COLLECT: a query, or a pattern with WHERE.
QueryPointer Grammar::subquery_body() {
    if (begins_query(cursor_.position() + 1)) return braced_query(QueryPlace::Subquery);
    cursor_.expect(TokenKind::LeftBrace, "`{`");
    const Nested nested{*this};
    const auto first = cursor_.position();
    Match match;
    match.pattern = pattern();
    match.where = where();
    SingleQuery single;
    single.clauses.push_back(make_clause(std::move(match), first));
    single.span = cursor_.span_from(first);
    auto result = std::make_unique<Query>();
    result->span = single.span;
    result->parts.push_back(std::move(single));
    cursor_.expect(TokenKind::RightBrace, "`,`, `WHERE`, `}` or a relationship");
    return result;
}

Query Grammar::query(QueryPlace place) {
    const Nested nested{*this};
    const auto first = cursor_.position();
    Query result;
    result.parts.push_back(single_query(place));
    while (cursor_.at(Keyword::Union)) {
        const auto position = cursor_.position();
        const auto kind = union_kind();
        const auto span = cursor_.span_from(position);
        if (!result.unions.empty() && result.unions.front().first != kind) {
            throw Error{ErrorCode::Syntax, ErrorDetail::InvalidClauseComposition,
                        "A query joins its parts either with `UNION` or with `UNION ALL`, not both",
                        span};
        }
        result.unions.emplace_back(kind, span);
        result.parts.push_back(single_query(place));
    }
    if (cursor_.accept(Keyword::Next)) {
        Height height{*this};
        result.next = std::make_unique<Query>(query(place));
        height.grow();
    }
    result.span = cursor_.span_from(first);
    return result;
}

UnionKind Grammar::union_kind() {
    cursor_.expect(Keyword::Union);
    if (cursor_.accept(Keyword::All)) return UnionKind::All;
    cursor_.accept(Keyword::Distinct);
    return UnionKind::Distinct;
}

SingleQuery Grammar::single_query(QueryPlace place) {
    const auto first = cursor_.position();
    SingleQuery result;
    if (cursor_.at(Keyword::When)) {
        result.clauses.push_back(conditional(place));
        result.span = cursor_.span_from(first);
        return result;
    }
    do {
        result.clauses.push_back(clause());
        const auto& last = result.clauses.back();
        if (place == QueryPlace::Subquery && role_of(last) == Role::Update) {
            throw Error{ErrorCode::Syntax, ErrorDetail::InvalidClauseComposition,
                        "A subquery in an expression only reads; expected no clause that changes "
                        "the graph",
                        last.span};
        }
    } while (role_of(result.clauses.back()) != Role::End && at_clause());
    result.span = cursor_.span_from(first);
    check_end(result, place);
    return result;
}

// WHEN condition THEN query ..., each query in braces or a single one.
Clause Grammar::conditional(QueryPlace place) {
    Height height{*this};
    const auto first = cursor_.position();
    Conditional result;
    while (cursor_.accept(Keyword::When)) {
        auto when = condition();
        if (!cursor_.accept(Keyword::Then)) cursor_.fail("`THEN` or an operator");
        result.branches.push_back({std::move(when), branch(place)});
    }
    if (cursor_.accept(Keyword::Else)) result.otherwise = branch(place);
    height.grow(2);
    return make_clause(std::move(result), first);
}

QueryPointer Grammar::branch(QueryPlace place) {
    if (cursor_.at(TokenKind::LeftBrace)) return braced_query(place);
    const Nested nested{*this};
    auto result = std::make_unique<Query>();
    result->parts.push_back(single_query(place));
    result->span = result->parts.front().span;
    return result;
}

void Grammar::check_end(const SingleQuery& query, QueryPlace place) const {
    const auto& last = query.clauses.back();
    if (place != QueryPlace::Subquery && role_of(last) == Role::Read) {
        if (!cursor_.at(TokenKind::End)) cursor_.fail_with_alternatives("");
        cursor_.fail("`RETURN`, `FINISH` or a clause that changes the graph");
    }
    if (query.clauses.size() == 1) return;
    for (const auto& clause : query.clauses) {
        const auto* const call = std::get_if<CallProcedure>(&clause.form);
        if (call == nullptr || !call->yield_all) continue;
        throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
                    "Found `YIELD *`; expected the names of columns, since other clauses follow",
                    clause.span};
    }
}

} // namespace lintas::query::syntax
