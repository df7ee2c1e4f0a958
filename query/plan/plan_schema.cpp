#include "query/plan/plan_schema.h"

#include "graph/index/text_postings.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

[[noreturn]] void refuse_schema(const std::string& message, Span span) {
    throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax, message, span};
}

[[noreturn]] void unsupported(const std::string& message, Span span) {
    throw Error{ErrorCode::Unsupported, message, span};
}

IndexKind kind_for(const syntax::CreateIndex& statement, Span span) {
    switch (statement.kind) {
        using enum syntax::CreateIndex::Kind;
    case Range: return IndexKind::Range;
    case FullText: return IndexKind::FullText;
    case Text:
        unsupported("`TEXT` indexes cannot be made yet; a range index answers `=` and "
                    "`STARTS WITH`, a full-text index finds words",
                    span);
    case Point: unsupported("`POINT` indexes cannot be made yet; a range index answers `=`", span);
    case Vector: unsupported("`VECTOR` indexes cannot be made yet", span);
    case Lookup:
        unsupported("`LOOKUP` indexes are not needed: nodes are kept by their labels and "
                    "relationships by their types",
                    span);
    }
    return IndexKind::Range;
}

std::vector<std::string> distinct_texts(const std::vector<syntax::Name>& names) {
    std::vector<std::string> all;
    for (const auto& name : names) {
        if (std::ranges::find(all, name.text) != all.end())
            refuse_schema(fmt::format("`{}` is named twice", name.text), name.span);
        all.push_back(name.text);
    }
    return all;
}

void check_labels(const syntax::CreateIndex& statement, Span span) {
    const auto is_node = statement.entity == EntityKind::Node;
    if (statement.labels.empty())
        refuse_schema(is_node ? "An index is about nodes with a label, as in `(n:Label)`"
                              : "An index is about relationships of a type, as in `()-[r:TYPE]-()`",
                      statement.variable.span);
    if (statement.labels.size() > 1 && statement.kind != syntax::CreateIndex::Kind::FullText)
        refuse_schema(fmt::format("Only a full-text index can be about several {}",
                                  is_node ? "labels" : "types"),
                      statement.labels[1].span);
    if (statement.kind == syntax::CreateIndex::Kind::FullText && !statement.each)
        refuse_schema("A full-text index lists its properties as in `ON EACH [n.name, n.title]`",
                      span);
    if (statement.kind != syntax::CreateIndex::Kind::FullText && statement.each)
        refuse_schema("Only a full-text index has `ON EACH`; others list their properties as in "
                      "`ON (n.name)`",
                      span);
}

void check_keys(const syntax::CreateIndex& statement) {
    if (statement.kind != syntax::CreateIndex::Kind::FullText ||
        statement.keys.size() <= TextPlace::most_properties)
        return;
    refuse_schema(
        fmt::format("A full-text index has at most {} properties", TextPlace::most_properties),
        statement.keys[TextPlace::most_properties].span);
}

void check_options(const syntax::CreateIndex& statement) {
    if (!statement.options) return;
    const auto* map = std::get_if<syntax::MapLiteral>(&statement.options->form);
    if (map != nullptr && map->entries.empty()) return;
    unsupported("Indexes have no options yet; leave `OPTIONS` out", statement.options->span);
}

} // namespace

SchemaStep plan_schema(const syntax::CreateIndex& statement, Span span) {
    IndexDefinition definition;
    definition.kind = kind_for(statement, span);
    check_labels(statement, span);
    check_keys(statement);
    check_options(statement);
    if (statement.name) definition.name = statement.name->text;
    definition.entity = statement.entity;
    definition.labels = distinct_texts(statement.labels);
    definition.keys = distinct_texts(statement.keys);
    return {NewIndex{std::move(definition), statement.if_not_exists}, span};
}

SchemaStep plan_schema(const syntax::CreateConstraint& statement, Span span) {
    ConstraintDefinition definition;
    switch (statement.kind) {
        using enum syntax::CreateConstraint::Kind;
    case Unique: definition.kind = ConstraintKind::Unique; break;
    case Key: definition.kind = ConstraintKind::Key; break;
    case Exists: definition.kind = ConstraintKind::Exists; break;
    case Type: definition.kind = ConstraintKind::Type; break;
    }
    if (statement.name) definition.name = statement.name->text;
    definition.entity = statement.entity;
    definition.label = statement.label.text;
    definition.keys = distinct_texts(statement.keys);
    definition.type = statement.type;
    const auto is_about_one =
        definition.kind == ConstraintKind::Exists || definition.kind == ConstraintKind::Type;
    if (is_about_one && definition.keys.size() > 1)
        refuse_schema("`NOT NULL` and `:: TYPE` are about one property", statement.keys[1].span);
    return {NewConstraint{std::move(definition), statement.if_not_exists}, span};
}

SchemaStep plan_schema(const syntax::DropSchema& statement, Span) {
    return {DroppedDefinition{statement.name.text, statement.constraint, statement.if_exists},
            statement.name.span};
}

} // namespace lintas::query
