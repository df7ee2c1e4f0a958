#include "query/plan/bind_creation.h"

#include "query/plan/bind_expression.h"
#include "query/plan/refuse_syntax.h"

#include <fmt/format.h>

#include <set>

namespace lintas::query {

namespace {

// Labels of a new node: names joined by AND.
void add_names(const syntax::LabelExpression& labels, std::vector<std::string>& names) {
    if (const auto* name = std::get_if<syntax::LabelName>(&labels.form)) {
        names.push_back(name->name);
        return;
    }
    const auto* both = std::get_if<syntax::LabelAnd>(&labels.form);
    if (both == nullptr)
        refuse_syntax(ErrorDetail::UnexpectedSyntax,
                      "A new node has exactly the labels that it is given: write `:A:B`",
                      labels.span);
    add_names(*both->left, names);
    add_names(*both->right, names);
}

class CreationBinder {
public:
    CreationBinder(Planning& planning, const Scope& before, std::string_view clause)
        : planning_{planning}, before_{before}, clause_{clause} {}

    NewNode new_node(const syntax::NodePattern& node, Slot slot) const;
    NewRelationship new_relationship(const syntax::RelationshipPattern& relationship, Slot slot,
                                     Slot left, Slot right) const;
    // What is made is one plain path.
    void check_path(const syntax::PathPattern& path) const;
    void check_relationship(const syntax::RelationshipPattern& relationship) const;
    // A bound node can be used as it is, not described anew, nor be all there is to create.
    void check_bound(const syntax::NodePattern& node, bool alone) const;

private:
    ExpressionPointer properties(const syntax::ExpressionPointer& map) const;

    Planning& planning_;
    const Scope& before_;
    std::string_view clause_;
};

void CreationBinder::check_path(const syntax::PathPattern& path) const {
    if (path.selector || path.mode || path.shortest != syntax::ShortestFunction::None)
        refuse_syntax(ErrorDetail::UnexpectedSyntax,
                      fmt::format("`{}` cannot select among paths", clause_), path.span);
    for (const auto& element : path.elements)
        if (std::holds_alternative<syntax::ParenthesizedPath>(element))
            refuse_syntax(ErrorDetail::UnexpectedSyntax,
                          fmt::format("`{}` makes a path without parentheses", clause_), path.span);
}

ExpressionPointer CreationBinder::properties(const syntax::ExpressionPointer& map) const {
    return map ? ExpressionBinder{planning_, before_}.bind(*map).expression : nullptr;
}

NewNode CreationBinder::new_node(const syntax::NodePattern& node, Slot slot) const {
    NewNode made{slot, {}, properties(node.properties)};
    if (node.labels) {
        add_names(*node.labels, made.labels);
        note_created_names(planning_, NameKind::Label, *node.labels);
    }
    if (node.where)
        refuse_syntax(
            ErrorDetail::UnexpectedSyntax,
            fmt::format("`{}` makes nodes, so it cannot filter them with `WHERE`", clause_),
            node.where->span);
    return made;
}

void CreationBinder::check_relationship(const syntax::RelationshipPattern& relationship) const {
    if (relationship.variable && before_.find(relationship.variable->text) != nullptr)
        refuse_syntax(
            ErrorDetail::VariableAlreadyBound,
            fmt::format("Variable `{}` is bound already, but `{}` makes a new relationship",
                        relationship.variable->text, clause_),
            relationship.variable->span);
    if (relationship.repetition)
        refuse_syntax(ErrorDetail::CreatingVarLength,
                      fmt::format("`{}` needs relationships of length one", clause_),
                      relationship.repetition->span);
    if (!relationship.types || !std::holds_alternative<syntax::LabelName>(relationship.types->form))
        refuse_syntax(ErrorDetail::NoSingleRelationshipType,
                      fmt::format("`{}` needs exactly one type for a relationship", clause_),
                      relationship.span);
    if (relationship.where)
        refuse_syntax(
            ErrorDetail::UnexpectedSyntax,
            fmt::format("`{}` makes relationships, so it cannot filter them with `WHERE`", clause_),
            relationship.where->span);
}

NewRelationship CreationBinder::new_relationship(const syntax::RelationshipPattern& relationship,
                                                 Slot slot, Slot left, Slot right) const {
    const auto& type = std::get<syntax::LabelName>(relationship.types->form).name;
    note_created_names(planning_, NameKind::RelationshipType, *relationship.types);
    const auto to_left = relationship.arrow == syntax::ArrowKind::Left;
    return {slot, to_left ? right : left, to_left ? left : right, type,
            properties(relationship.properties)};
}

void CreationBinder::check_bound(const syntax::NodePattern& node, bool alone) const {
    if (alone || node.labels || node.properties)
        refuse_syntax(ErrorDetail::VariableAlreadyBound,
                      fmt::format("Variable `{}` is bound already, so `{}` cannot make it anew",
                                  node.variable->text, clause_),
                      node.variable->span);
}

void check_kind(const Binding& binding, const syntax::Name& name) {
    if (binding.type.may_be(Accepts::Node)) return;
    refuse_syntax(ErrorDetail::VariableTypeConflict,
                  fmt::format("Variable `{}` is a node here, but was bound to {} before", name.text,
                              describe(binding.kind)),
                  name.span);
}

// CREATE binds as it goes: what one path made, the next may use.
class CreateBinder {
public:
    CreateBinder(Planning& planning, Scope& scope)
        : planning_{planning}, scope_{scope}, binder_{planning, scope, "CREATE"} {}

    void path(const syntax::PathPattern& path);
    BoundCreation result;

private:
    Slot node(const syntax::NodePattern& node, bool alone);
    Slot relationship(const syntax::RelationshipPattern& relationship, Slot left, Slot right);
    Slot declare(const std::optional<syntax::Name>& name, VariableKind kind);

    Planning& planning_;
    Scope& scope_;
    CreationBinder binder_;
};

Slot CreateBinder::declare(const std::optional<syntax::Name>& name, VariableKind kind) {
    const auto slot = planning_.slots.add(name ? name->text : std::string{});
    if (!name) return slot;
    if (scope_.find(name->text) != nullptr)
        refuse_syntax(ErrorDetail::VariableAlreadyBound,
                      fmt::format("Variable `{}` is bound already", name->text), name->span);
    scope_.bind(name->text, {slot, kind, type_of(kind)});
    return slot;
}

Slot CreateBinder::node(const syntax::NodePattern& node, bool alone) {
    const auto* known = node.variable ? scope_.find(node.variable->text) : nullptr;
    if (known != nullptr) {
        check_kind(*known, *node.variable);
        binder_.check_bound(node, alone);
        return known->slot;
    }
    const auto slot = declare(node.variable, VariableKind::Node);
    result.creation.nodes.push_back(binder_.new_node(node, slot));
    return slot;
}

Slot CreateBinder::relationship(const syntax::RelationshipPattern& relationship, Slot left,
                                Slot right) {
    binder_.check_relationship(relationship);
    if (relationship.arrow == syntax::ArrowKind::Either)
        refuse_syntax(ErrorDetail::RequiresDirectedRelationship,
                      "`CREATE` needs a direction for each relationship: `-->` or `<--`",
                      relationship.span);
    const auto slot = declare(relationship.variable, VariableKind::Relationship);
    result.creation.relationships.push_back(
        binder_.new_relationship(relationship, slot, left, right));
    return slot;
}

void CreateBinder::path(const syntax::PathPattern& path) {
    binder_.check_path(path);
    const auto name = declare(path.variable, VariableKind::Path);
    std::vector<Slot> elements;
    const syntax::RelationshipPattern* between = nullptr;
    for (const auto& element : path.elements) {
        if (const auto* pattern = std::get_if<syntax::RelationshipPattern>(&element)) {
            between = pattern;
            continue;
        }
        const auto right = node(std::get<syntax::NodePattern>(element), path.elements.size() == 1);
        if (between != nullptr) elements.push_back(relationship(*between, elements.back(), right));
        elements.push_back(right);
    }
    if (path.variable) result.paths.push_back({name, std::move(elements)});
}

} // namespace

BoundCreation bind_create(Planning& planning, Scope& scope, const syntax::Pattern& pattern) {
    if (pattern.match_mode)
        refuse_syntax(ErrorDetail::UnexpectedSyntax,
                      "`CREATE` matches nothing, so it has no match mode", pattern.span);
    CreateBinder binder{planning, scope};
    for (const auto& path : pattern.paths) binder.path(path);
    return std::move(binder.result);
}

Creation bind_merge(Planning& planning, const Scope& scope, const syntax::PathPattern& path,
                    const std::vector<Slot>& slots) {
    const CreationBinder binder{planning, scope, "MERGE"};
    binder.check_path(path);
    Creation creation;
    std::set<Slot> made;
    for (std::size_t i = 0; i < path.elements.size(); i += 2) {
        const auto& node = std::get<syntax::NodePattern>(path.elements[i]);
        const auto is_bound = node.variable && scope.find(node.variable->text) != nullptr;
        if (is_bound)
            binder.check_bound(node, path.elements.size() == 1);
        else if (made.insert(slots[i]).second)
            creation.nodes.push_back(binder.new_node(node, slots[i]));
    }
    for (std::size_t i = 1; i < path.elements.size(); i += 2) {
        const auto& relationship = std::get<syntax::RelationshipPattern>(path.elements[i]);
        binder.check_relationship(relationship);
        creation.relationships.push_back(
            binder.new_relationship(relationship, slots[i], slots[i - 1], slots[i + 1]));
    }
    return creation;
}

} // namespace lintas::query
