// Whole statements: a query or a command of the schema, with EXPLAIN or PROFILE before it.
#include "query/syntax/grammar.h"
#include "query/syntax/parser.h"

namespace lintas::query::syntax {

Statement parse(std::string_view text) { return Grammar{text}.statement(); }

Statement Grammar::statement() {
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

ExplainMode Grammar::explain_mode() {
    if (cursor_.accept(Keyword::Explain)) return ExplainMode::Explain;
    return cursor_.accept(Keyword::Profile) ? ExplainMode::Profile : ExplainMode::None;
}

void Grammar::end_of_statement() {
    cursor_.accept(TokenKind::Semicolon);
    if (!cursor_.at(TokenKind::End)) cursor_.fail_with_alternatives("the end of the query");
}

} // namespace lintas::query::syntax
