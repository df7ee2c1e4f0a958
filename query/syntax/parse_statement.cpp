// Whole statements: a query or a command of the schema, with EXPLAIN or PROFILE before it.
#include "query/syntax/grammar.h"
#include "query/syntax/parser.h"
#include "query/syntax/upper_case.h"

namespace lintas::query::syntax {

Statement parse(std::string_view text) { return Grammar{text}.statement(); }

Statement Grammar::statement() {
    query_options();
    const auto first = cursor_.position();
    Statement result;
    result.explain = explain_mode();
    if (at_schema_change()) {
        if (cursor_.at(Keyword::Drop))
            result.form = drop_schema();
        else if (cursor_.token(1).keyword == Keyword::Constraint)
            result.form = create_constraint();
        else
            result.form = create_index();
    } else if (cursor_.accept(Keyword::Show)) {
        result.form = show();
    } else {
        result.form = query(QueryPlace::Statement);
    }
    result.span = cursor_.span_from(first);
    end_of_statement();
    return result;
}

// CYPHER [5 | 25] [name=value ...], as other engines take it: there is one language here, and one
// way to run it.
void Grammar::query_options() {
    const auto& next = cursor_.token(1);
    const bool has_option = Cursor::is_name(next) && cursor_.token(2).kind == TokenKind::Equal;
    const bool has_version = next.kind == TokenKind::Integer || next.kind == TokenKind::Float;
    if (!has_option && !has_version) return;
    if (upper_case(cursor_.text(cursor_.token())) != "CYPHER") return;
    cursor_.advance();
    if (has_version) {
        const auto version = cursor_.text(cursor_.token());
        if (version != "5" && version != "25") cursor_.fail("version `5` or `25`");
        cursor_.advance();
    }
    while (cursor_.at_name() && cursor_.token(1).kind == TokenKind::Equal) {
        cursor_.advance();
        cursor_.advance();
        cursor_.expect_name("the value of an option");
    }
}

ExplainMode Grammar::explain_mode() {
    if (cursor_.accept(Keyword::Explain)) return ExplainMode::Explain;
    return cursor_.accept(Keyword::Profile) ? ExplainMode::Profile : ExplainMode::None;
}

void Grammar::end_of_statement() {
    cursor_.accept(TokenKind::Semicolon);
    if (!cursor_.at(TokenKind::End)) cursor_.fail_with_alternatives("the end of the query");
}

} // namespace lintas::query::syntax
