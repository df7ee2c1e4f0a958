// Commands of the schema: indexes and constraints.
#include "query/syntax/grammar.h"

#include <fmt/format.h>

#include <array>

namespace lintas::query::syntax {

struct Grammar::SchemaTarget {
    EntityKind entity = EntityKind::Node;
    Name variable;
    std::vector<Name> labels;
};

namespace {

struct IndexRow {
    Keyword keyword;
    CreateIndex::Kind kind;
};

constexpr auto index_rows = std::to_array<IndexRow>({
    {Keyword::Range, CreateIndex::Kind::Range},
    {Keyword::Text, CreateIndex::Kind::Text},
    {Keyword::Point, CreateIndex::Kind::Point},
    {Keyword::FullText, CreateIndex::Kind::FullText},
    {Keyword::Vector, CreateIndex::Kind::Vector},
    {Keyword::Lookup, CreateIndex::Kind::Lookup},
});

} // namespace

bool Grammar::at_schema_change() const {
    const auto& next = cursor_.token(1);
    const bool names_schema = next.keyword == Keyword::Index || next.keyword == Keyword::Constraint;
    if (cursor_.at(Keyword::Drop)) return true;
    if (!cursor_.at(Keyword::Create)) return false;
    if (names_schema) return cursor_.token(2).kind != TokenKind::Equal; // a path named index
    return cursor_.token(2).keyword == Keyword::Index;
}

std::optional<CreateIndex::Kind> Grammar::index_kind() {
    for (const auto& [keyword, kind] : index_rows) {
        if (cursor_.accept(keyword)) return kind;
    }
    return std::nullopt;
}

bool Grammar::if_not_exists() {
    if (!cursor_.at(Keyword::If, Keyword::Not)) return false;
    cursor_.advance();
    cursor_.advance();
    cursor_.expect(Keyword::Exists);
    return true;
}

// A name that is neither FOR nor the IF of IF NOT EXISTS.
std::optional<Name> Grammar::schema_name() {
    const bool is_absent = cursor_.at(Keyword::If, Keyword::Not) || cursor_.at(Keyword::For);
    if (is_absent || !cursor_.at_name()) return std::nullopt;
    return cursor_.expect_name("a name");
}

CreateIndex Grammar::create_index() {
    CreateIndex result;
    cursor_.expect(Keyword::Create);
    if (const auto kind = index_kind()) {
        result.kind = *kind;
    } else if (!cursor_.at(Keyword::Index)) {
        cursor_.fail("`RANGE`, `TEXT`, `POINT`, `FULLTEXT`, `VECTOR` or `LOOKUP`");
    }
    cursor_.expect(Keyword::Index);
    result.name = schema_name();
    result.if_not_exists = if_not_exists();
    if (!cursor_.accept(Keyword::For)) cursor_.fail("`IF NOT EXISTS` or `FOR` and a pattern");
    auto target = schema_target();
    result.entity = target.entity;
    result.variable = std::move(target.variable);
    result.labels = std::move(target.labels);
    cursor_.expect(Keyword::On);
    if (result.kind == CreateIndex::Kind::Lookup)
        lookup_target(result);
    else
        index_keys(result);
    if (cursor_.accept(Keyword::Options)) {
        if (!cursor_.at(TokenKind::LeftBrace)) cursor_.fail("a map such as `{key: value}`");
        const Temporarily dotted{dotted_keys_allowed_, true};
        result.options = map();
    }
    return result;
}

// (n:Label), (n), ()-[r:TYPE]-()
Grammar::SchemaTarget Grammar::schema_target() {
    SchemaTarget target;
    cursor_.expect(TokenKind::LeftParenthesis, "a pattern such as `(n:Label)` or `()-[r:TYPE]-()`");
    if (!cursor_.accept(TokenKind::RightParenthesis)) {
        target.variable = cursor_.expect_name("a variable or `)`");
        schema_labels(target);
        cursor_.expect(TokenKind::RightParenthesis, "`:` and a label, `|` or `)`");
        return target;
    }
    target.entity = EntityKind::Relationship;
    if (!cursor_.accept(TokenKind::Less)) cursor_.accept(TokenKind::UnicodeLess);
    dash("`-[r:TYPE]-()`");
    cursor_.expect(TokenKind::LeftBracket, "`[`");
    target.variable = cursor_.expect_name("a variable");
    schema_labels(target);
    cursor_.expect(TokenKind::RightBracket, "`:` and a type, `|` or `]`");
    dash("`-`");
    if (!cursor_.accept(TokenKind::Greater)) cursor_.accept(TokenKind::UnicodeGreater);
    cursor_.expect(TokenKind::LeftParenthesis, "`()`");
    cursor_.expect(TokenKind::RightParenthesis, "`)`");
    return target;
}

void Grammar::schema_labels(SchemaTarget& target) {
    if (!cursor_.accept(TokenKind::Colon) && !cursor_.accept(Keyword::Is)) return;
    do target.labels.push_back(cursor_.expect_name("a label or type"));
    while (cursor_.accept(TokenKind::Bar));
}

// (n.a, n.b), EACH [n.a, n.b]
void Grammar::index_keys(CreateIndex& index) {
    if (cursor_.accept(Keyword::Each)) {
        index.each = true;
        cursor_.expect(TokenKind::LeftBracket, "`[`");
        index.keys = schema_keys(index.variable, TokenKind::RightBracket);
        return;
    }
    cursor_.expect(TokenKind::LeftParenthesis, "`(` and properties such as `n.name`");
    index.keys = schema_keys(index.variable, TokenKind::RightParenthesis);
}

std::vector<Name> Grammar::schema_keys(const Name& variable, TokenKind close) {
    std::vector<Name> keys;
    do keys.push_back(schema_key(variable));
    while (cursor_.accept(TokenKind::Comma));
    cursor_.expect(close, close == TokenKind::RightBracket ? "`,` or `]`" : "`,` or `)`");
    return keys;
}

Name Grammar::schema_key(const Name& variable) {
    const auto used = cursor_.expect_name("a property such as `n.name`");
    if (used.text != variable.text) {
        throw Error{ErrorCode::Syntax, ErrorDetail::UndefinedVariable,
                    fmt::format("Variable `{}` is not defined; the pattern here has `{}`",
                                used.text, variable.text),
                    used.span};
    }
    cursor_.expect(TokenKind::Dot, "`.` and a property key");
    return cursor_.expect_name("a property key");
}

// EACH labels(n), EACH type(r)
void Grammar::lookup_target(const CreateIndex& index) {
    const bool is_node = index.entity == EntityKind::Node;
    cursor_.accept(Keyword::Each);
    cursor_.expect(is_node ? Keyword::Labels : Keyword::Type);
    cursor_.expect(TokenKind::LeftParenthesis, "`(`");
    const auto used = cursor_.expect_name("a variable");
    if (used.text != index.variable.text) {
        throw Error{ErrorCode::Syntax, ErrorDetail::UndefinedVariable,
                    fmt::format("Variable `{}` is not defined; the pattern here has `{}`",
                                used.text, index.variable.text),
                    used.span};
    }
    cursor_.expect(TokenKind::RightParenthesis, "`)`");
}

CreateConstraint Grammar::create_constraint() {
    CreateConstraint result;
    cursor_.expect(Keyword::Create);
    cursor_.expect(Keyword::Constraint);
    result.name = schema_name();
    result.if_not_exists = if_not_exists();
    if (!cursor_.accept(Keyword::For)) cursor_.fail("`IF NOT EXISTS` or `FOR` and a pattern");
    const auto position = cursor_.position();
    auto target = schema_target();
    if (target.labels.size() != 1) {
        throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
                    "A constraint is about one label or one type, as in `(n:Label)`",
                    cursor_.span_from(position)};
    }
    result.entity = target.entity;
    result.variable = std::move(target.variable);
    result.label = std::move(target.labels.front());
    cursor_.expect(Keyword::Require);
    if (cursor_.accept(TokenKind::LeftParenthesis)) {
        result.keys = schema_keys(result.variable, TokenKind::RightParenthesis);
    } else {
        result.keys.push_back(schema_key(result.variable));
    }
    cursor_.expect(Keyword::Is);
    constraint_rule(result);
    return result;
}

// UNIQUE, KEY, each with NODE or RELATIONSHIP before it; NOT NULL; :: TYPE
void Grammar::constraint_rule(CreateConstraint& constraint) {
    using Kind = CreateConstraint::Kind;
    const auto entity =
        constraint.entity == EntityKind::Node ? Keyword::Node : Keyword::Relationship;
    const bool is_qualified = cursor_.accept(entity);
    if (cursor_.accept(Keyword::Unique)) {
        constraint.kind = Kind::Unique;
    } else if (cursor_.accept(Keyword::Key)) {
        constraint.kind = Kind::Key;
    } else if (is_qualified) {
        cursor_.fail("`KEY` or `UNIQUE`");
    } else if (cursor_.accept(Keyword::Not, Keyword::Null)) {
        constraint.kind = Kind::Exists;
    } else if (cursor_.accept(TokenKind::TwoColons) || cursor_.accept(Keyword::Typed)) {
        constraint.kind = Kind::Type;
        constraint.type = type_name();
    } else {
        cursor_.fail("`UNIQUE`, `KEY`, `NOT NULL` or `:: TYPE`");
    }
}

DropSchema Grammar::drop_schema() {
    DropSchema result;
    cursor_.expect(Keyword::Drop);
    result.constraint = cursor_.accept(Keyword::Constraint);
    if (!result.constraint && !cursor_.accept(Keyword::Index)) {
        cursor_.fail("`INDEX` or `CONSTRAINT`");
    }
    result.name = cursor_.expect_name("a name");
    if (cursor_.accept(Keyword::If)) {
        cursor_.expect(Keyword::Exists);
        result.if_exists = true;
    }
    return result;
}

} // namespace lintas::query::syntax
