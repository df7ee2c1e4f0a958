// Clauses that change the graph.
#include "query/syntax/grammar.h"

namespace lintas::query::syntax {

namespace {

bool is_update(Keyword keyword) {
    return keyword == Keyword::Create || keyword == Keyword::Insert || keyword == Keyword::Merge ||
           keyword == Keyword::Set || keyword == Keyword::Remove || keyword == Keyword::Delete ||
           keyword == Keyword::Detach || keyword == Keyword::NoDetach ||
           keyword == Keyword::Foreach;
}

bool is_property(const Expression& expression) {
    return std::holds_alternative<PropertyAccess>(expression.form) ||
           std::holds_alternative<Index>(expression.form);
}

} // namespace

Clause Grammar::create() {
    const auto first = cursor_.position();
    if (!cursor_.accept(Keyword::Create)) cursor_.expect(Keyword::Insert);
    Create result{pattern()};
    return make_clause(std::move(result), first);
}

Clause Grammar::merge() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::Merge);
    Merge result{path_pattern(), {}, {}};
    while (cursor_.accept(Keyword::On)) {
        const bool on_create = cursor_.accept(Keyword::Create);
        if (!on_create && !cursor_.accept(Keyword::Match)) cursor_.fail("`CREATE` or `MATCH`");
        cursor_.expect(Keyword::Set);
        auto& target = on_create ? result.on_create : result.on_match;
        for (auto& item : set_items()) target.push_back(std::move(item));
    }
    return make_clause(std::move(result), first);
}

Clause Grammar::set() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::Set);
    return make_clause(Set{set_items()}, first);
}

std::vector<SetItem> Grammar::set_items() {
    std::vector<SetItem> items;
    do items.push_back(set_item());
    while (cursor_.accept(TokenKind::Comma));
    return items;
}

// variable:A or variable IS A
bool Grammar::at_label_item() const {
    const auto& next = cursor_.token(1);
    return cursor_.at_name() && (next.kind == TokenKind::Colon || next.keyword == Keyword::Is);
}

// :A:B, IS A, :A&B
std::vector<Name> Grammar::label_names() {
    std::vector<Name> labels;
    if (!cursor_.accept(Keyword::Is)) cursor_.expect(TokenKind::Colon, "`:`");
    do labels.push_back(cursor_.expect_name("a label"));
    while (cursor_.accept(TokenKind::Colon) || cursor_.accept(TokenKind::Ampersand));
    return labels;
}

SetItem Grammar::set_item() {
    const auto first = cursor_.position();
    const auto finish = [&](auto form) {
        return SetItem{std::move(form), cursor_.span_from(first)};
    };
    if (at_label_item()) {
        auto variable = cursor_.expect_name("a variable");
        return finish(SetLabels{std::move(variable), label_names()});
    }
    const auto next = cursor_.token(1).kind;
    const bool is_whole = next == TokenKind::Equal || next == TokenKind::PlusEqual;
    if (cursor_.at_name() && is_whole) {
        auto variable = cursor_.expect_name("a variable");
        cursor_.advance();
        return finish(SetVariable{std::move(variable), next == TokenKind::PlusEqual, value()});
    }
    auto target = property_target();
    cursor_.expect(TokenKind::Equal, "`=`");
    return finish(SetProperty{std::move(target), value()});
}

ExpressionPointer Grammar::property_target() {
    const auto position = cursor_.position();
    auto target = postfix(false);
    if (is_property(*target)) return target;
    if (cursor_.position() == position + 1)
        cursor_.fail("`.` and a property, `:` and a label, `=` or `+=`");
    throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
                "Found an expression that cannot be set; expected a property such as `n.name`",
                target->span};
}

Clause Grammar::remove() {
    const auto first = cursor_.position();
    cursor_.expect(Keyword::Remove);
    Remove result;
    do result.items.push_back(remove_item());
    while (cursor_.accept(TokenKind::Comma));
    return make_clause(std::move(result), first);
}

RemoveItem Grammar::remove_item() {
    const auto first = cursor_.position();
    if (at_label_item()) {
        auto variable = cursor_.expect_name("a variable");
        RemoveLabels labels{std::move(variable), label_names()};
        return {std::move(labels), cursor_.span_from(first)};
    }
    RemoveProperty property{property_target()};
    return {std::move(property), cursor_.span_from(first)};
}

Clause Grammar::delete_clause() {
    const auto first = cursor_.position();
    Delete result;
    result.detach = cursor_.accept(Keyword::Detach);
    if (!result.detach) cursor_.accept(Keyword::NoDetach);
    cursor_.expect(Keyword::Delete);
    do result.targets.push_back(value());
    while (cursor_.accept(TokenKind::Comma));
    return make_clause(std::move(result), first);
}

// FOREACH (variable IN list | updates)
Clause Grammar::foreach_clause() {
    const Nested nested{*this};
    Height height{*this};
    const auto first = cursor_.position();
    cursor_.expect(Keyword::Foreach);
    const Temporarily bar{bar_, bracket_content(cursor_.position()).first_bar};
    cursor_.expect(TokenKind::LeftParenthesis, "`(`");
    Foreach result;
    result.variable = cursor_.expect_name("a variable");
    cursor_.expect(Keyword::In);
    result.list = value();
    cursor_.expect(TokenKind::Bar, "`|` or an operator");
    do {
        if (!is_update(cursor_.token().keyword)) {
            cursor_.fail("a clause that changes the graph, such as `SET` or `CREATE`");
        }
        result.updates.push_back(clause());
    } while (!cursor_.at(TokenKind::RightParenthesis));
    cursor_.advance();
    height.grow();
    return make_clause(std::move(result), first);
}

} // namespace lintas::query::syntax
