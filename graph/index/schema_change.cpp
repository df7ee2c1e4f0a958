#include "graph/index/schema_change.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas {

namespace {

// One name for all: indexes and constraints share them.
bool is_taken(const Schema& schema, std::string_view name) {
    return schema.find_index(name) != nullptr || schema.find_constraint(name) != nullptr;
}

std::string free_name(const Schema& schema, const std::string& wanted) {
    auto name = wanted;
    for (int number = 2; is_taken(schema, name); ++number)
        name = fmt::format("{}_{}", wanted, number);
    return name;
}

[[noreturn]] void refuse(ErrorDetail detail, const std::string& message) {
    throw Error{ErrorCode::Schema, detail, message};
}

void expect_free_name(const Schema& schema, const std::string& name) {
    if (schema.find_constraint(name) != nullptr)
        refuse(ErrorDetail::ConstraintWithNameAlreadyExists,
               fmt::format("There is a constraint with the name `{}` already", name));
    if (schema.find_index(name) != nullptr)
        refuse(ErrorDetail::IndexWithNameAlreadyExists,
               fmt::format("There is an index with the name `{}` already", name));
}

bool have_one_subject(const IndexDefinition& left, const IndexDefinition& right) {
    auto left_labels = left.labels;
    auto right_labels = right.labels;
    std::ranges::sort(left_labels);
    std::ranges::sort(right_labels);
    return left.kind == right.kind && left.entity == right.entity && left_labels == right_labels &&
           left.keys == right.keys;
}

const IndexDefinition* find_same(const Schema& schema, const IndexDefinition& definition) {
    const auto found = std::ranges::find_if(schema.indexes, [&](const IndexDefinition& known) {
        return have_one_subject(known, definition);
    });
    return found == schema.indexes.end() ? nullptr : &*found;
}

// One of each kind about the same keys, but a key is unique already.
bool rule_out_each_other(const ConstraintDefinition& left, const ConstraintDefinition& right) {
    const auto same_kind =
        left.kind == right.kind || (owns_index(left.kind) && owns_index(right.kind));
    return same_kind && left.entity == right.entity && left.label == right.label &&
           left.keys == right.keys;
}

const ConstraintDefinition* find_same(const Schema& schema,
                                      const ConstraintDefinition& definition) {
    const auto found =
        std::ranges::find_if(schema.constraints, [&](const ConstraintDefinition& known) {
            return rule_out_each_other(known, definition);
        });
    return found == schema.constraints.end() ? nullptr : &*found;
}

template <typename Definition> void insert(std::vector<Definition>& all, Definition definition) {
    const auto at =
        std::ranges::upper_bound(all, definition.name, std::less<std::string>{}, &Definition::name);
    all.insert(at, std::move(definition));
}

std::string_view word(IndexKind kind) {
    switch (kind) {
    case IndexKind::Range: return "index";
    case IndexKind::Text: return "text_index";
    case IndexKind::FullText: return "fulltext_index";
    }
    return "";
}

std::string_view word(ConstraintKind kind) {
    switch (kind) {
    case ConstraintKind::Unique: return "unique";
    case ConstraintKind::Key: return "key";
    case ConstraintKind::Exists: return "exists";
    case ConstraintKind::Type: return "type";
    }
    return "";
}

} // namespace

bool owns_index(ConstraintKind kind) {
    return kind == ConstraintKind::Unique || kind == ConstraintKind::Key;
}

IndexDefinition owned_index(const ConstraintDefinition& constraint) {
    return {constraint.name, 0,   IndexKind::Range, constraint.entity, {constraint.label},
            constraint.keys, true};
}

bool add_index(Schema& schema, IndexDefinition definition, IfPresent if_present) {
    const auto keeps = if_present == IfPresent::Keep;
    if (const auto* same = find_same(schema, definition)) {
        if (keeps) return false;
        if (same->owned)
            refuse(ErrorDetail::ConstraintAlreadyExists,
                   fmt::format("The constraint `{}` has such an index already", same->name));
        refuse(ErrorDetail::IndexAlreadyExists,
               fmt::format("There is such an index already; its name is `{}`", same->name));
    }
    if (definition.name.empty())
        definition.name = free_name(schema, fmt::format("{}_{}_{}", word(definition.kind),
                                                        fmt::join(definition.labels, "_"),
                                                        fmt::join(definition.keys, "_")));
    if (keeps && is_taken(schema, definition.name)) return false;
    expect_free_name(schema, definition.name);
    definition.id = schema.next_id++;
    insert(schema.indexes, std::move(definition));
    return true;
}

bool add_constraint(Schema& schema, ConstraintDefinition definition, IfPresent if_present) {
    const auto keeps = if_present == IfPresent::Keep;
    if (const auto* same = find_same(schema, definition)) {
        if (keeps && same->kind == definition.kind && same->type == definition.type) return false;
        refuse(
            ErrorDetail::ConstraintAlreadyExists,
            fmt::format("There is the constraint `{}` on the same properties already", same->name));
    }
    if (definition.name.empty())
        definition.name =
            free_name(schema, fmt::format("{}_{}_{}", word(definition.kind), definition.label,
                                          fmt::join(definition.keys, "_")));
    if (keeps && is_taken(schema, definition.name)) return false;
    expect_free_name(schema, definition.name);
    if (owns_index(definition.kind)) {
        auto index = owned_index(definition);
        if (const auto* same = find_same(schema, index))
            refuse(ErrorDetail::IndexAlreadyExists,
                   fmt::format("The index `{}` is on the same properties; drop it first, since "
                               "the constraint brings its own",
                               same->name));
        index.id = schema.next_id++;
        insert(schema.indexes, std::move(index));
    }
    definition.id = schema.next_id++;
    insert(schema.constraints, std::move(definition));
    return true;
}

bool drop_index(Schema& schema, std::string_view name, IfAbsent if_absent) {
    const auto* found = schema.find_index(name);
    if (found == nullptr) {
        if (if_absent == IfAbsent::Keep) return false;
        refuse(ErrorDetail::IndexNotFound, fmt::format("There is no index `{}`", name));
    }
    if (found->owned)
        refuse(ErrorDetail::None,
               fmt::format("The index `{0}` belongs to the constraint `{0}`; drop that instead",
                           name));
    std::erase_if(schema.indexes, [&](const auto& index) { return index.name == name; });
    return true;
}

bool drop_constraint(Schema& schema, std::string_view name, IfAbsent if_absent) {
    if (schema.find_constraint(name) == nullptr) {
        if (if_absent == IfAbsent::Keep) return false;
        refuse(ErrorDetail::ConstraintNotFound, fmt::format("There is no constraint `{}`", name));
    }
    std::erase_if(schema.constraints, [&](const auto& known) { return known.name == name; });
    std::erase_if(schema.indexes,
                  [&](const auto& index) { return index.owned && index.name == name; });
    return true;
}

} // namespace lintas
