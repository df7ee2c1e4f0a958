// SHOW: what is listed, which columns of it, and what is done with its rows.
#include "query/syntax/grammar.h"
#include "query/syntax/upper_case.h"

namespace lintas::query::syntax {

struct Grammar::ShowRow {
    Keyword singular;
    Keyword plural;
    Show::What what;
};

const Grammar::ShowRow Grammar::show_rows[] = {
    {Keyword::Index, Keyword::Indexes, Show::What::Indexes},
    {Keyword::Constraint, Keyword::Constraints, Show::What::Constraints},
    {Keyword::Procedure, Keyword::Procedures, Show::What::Procedures},
    {Keyword::Function, Keyword::Functions, Show::What::Functions},
    {Keyword::Database, Keyword::Databases, Show::What::Databases},
    {Keyword::Setting, Keyword::Settings, Show::What::Settings},
    {Keyword::Transaction, Keyword::Transactions, Show::What::Transactions},
};

const Grammar::ShowRow* Grammar::find_subject(std::size_t ahead) const {
    const auto keyword = cursor_.token(ahead).keyword;
    if (keyword == Keyword::Unknown) return nullptr;
    for (const auto& row : show_rows)
        if (row.plural == keyword || row.singular == keyword) return &row;
    return nullptr;
}

// ALL FUNCTIONS, BUILT IN FUNCTIONS, RANGE INDEXES: up to three words before the subject.
void Grammar::show_subject(Show& show) {
    constexpr std::size_t most_words = 3;
    std::size_t words = 0;
    while (words < most_words && find_subject(words) == nullptr &&
           cursor_.token(words).kind == TokenKind::Name)
        ++words;
    const auto* const row = find_subject(words);
    if (row == nullptr) {
        for (const auto& subject : show_rows) cursor_.at(subject.plural);
        cursor_.fail("`INDEXES`, `CONSTRAINTS`, `PROCEDURES`, `FUNCTIONS`, `DATABASES`, `SETTINGS` "
                     "or `TRANSACTIONS`");
    }
    show.what = row->what;
    const auto first = cursor_.position();
    if (words == 1 && cursor_.accept(Keyword::All)) words = 0;
    std::string kind;
    for (; words > 0; --words, cursor_.advance())
        kind += (kind.empty() ? "" : " ") + upper_case(cursor_.text(cursor_.token()));
    if (!kind.empty()) show.kind = Name{std::move(kind), cursor_.span_from(first)};
    cursor_.advance();
}

void Grammar::show_yield(Show& show) {
    show.yield_all = cursor_.accept(TokenKind::Star);
    if (!show.yield_all) show.yield = yield_items();
    order_and_limits(show.rest.projection);
    show.rest.where = where();
    if (!cursor_.accept(Keyword::Return)) return;
    show.result = Return{projection()};
}

Show Grammar::show() {
    Show result{};
    const auto first = cursor_.position();
    show_subject(result);
    result.rest.projection.all = true;
    result.rest.projection.span = cursor_.span_from(first);
    if (cursor_.accept(Keyword::Yield))
        show_yield(result);
    else
        result.rest.where = where();
    return result;
}

} // namespace lintas::query::syntax
