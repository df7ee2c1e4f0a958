#include "query/plan/bind_expression.h"
#include "query/plan/bind_operators.h"
#include "query/plan/pattern_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace lintas::query {

namespace {

[[noreturn]] void conflict(const syntax::Name& name, VariableKind found, VariableKind wanted) {
    throw Error{ErrorCode::Syntax, ErrorDetail::VariableTypeConflict,
                fmt::format("Variable `{}` is {} here, but was bound to {} before", name.text,
                            describe(wanted), describe(found)),
                name.span};
}

[[noreturn]] void unsupported(std::string_view what, Span span) {
    throw Error{ErrorCode::Unsupported, fmt::format("{} cannot run yet", what), span};
}

// Names joined by OR (of types) or by AND (of labels); false when the formula is anything else.
bool names_of(const syntax::LabelExpression& labels, bool joined_by_or,
              std::vector<std::string>& names) {
    if (const auto* name = std::get_if<syntax::LabelName>(&labels.form)) {
        names.push_back(name->name);
        return true;
    }
    if (joined_by_or) {
        const auto* both = std::get_if<syntax::LabelOr>(&labels.form);
        return both != nullptr && names_of(*both->left, true, names) &&
               names_of(*both->right, true, names);
    }
    const auto* both = std::get_if<syntax::LabelAnd>(&labels.form);
    return both != nullptr && names_of(*both->left, false, names) &&
           names_of(*both->right, false, names);
}

ExpandDirection direction_of(syntax::ArrowKind arrow) {
    switch (arrow) {
    case syntax::ArrowKind::Left: return ExpandDirection::Incoming;
    case syntax::ArrowKind::Right: return ExpandDirection::Outgoing;
    case syntax::ArrowKind::Either: return ExpandDirection::Both;
    }
    return ExpandDirection::Both;
}

PathRestriction restriction_of(const std::optional<syntax::PathMode>& mode) {
    if (!mode) return PathRestriction::Trail;
    switch (*mode) {
    case syntax::PathMode::Walk: return PathRestriction::Trail; // the match mode forbids repeats
    case syntax::PathMode::Trail: return PathRestriction::Trail;
    case syntax::PathMode::Acyclic: return PathRestriction::Acyclic;
    case syntax::PathMode::Simple: return PathRestriction::Simple;
    }
    return PathRestriction::Trail;
}

// A path mode restricts a whole path; it is kept here only where one part is the whole path.
void check_mode(const syntax::PathPattern& path) {
    if (!path.mode || *path.mode == syntax::PathMode::Trail || *path.mode == syntax::PathMode::Walk)
        return;
    if (path.elements.size() > 3)
        unsupported("A path mode over more than one relationship pattern", path.span);
}

class PatternBinder {
public:
    PatternBinder(Planning& planning, Scope& scope, const PatternRules& rules)
        : planning_{planning}, scope_{scope}, before_{scope}, rules_{rules} {}

    void declare(const syntax::PathPattern& path);
    // Properties and filters see all variables of the pattern, so they are bound last.
    PatternGraph finish();

private:
    std::size_t declare_node(const syntax::NodePattern& node);
    std::size_t declare_relationship(const syntax::RelationshipPattern& relationship,
                                     std::size_t left, const syntax::PathPattern& path);
    bool bind_relationship_variable(const syntax::RelationshipPattern& pattern,
                                    PatternRelationship& relationship);
    void declare_path(const syntax::PathPattern& path);
    void check_new(const syntax::Name& name) const;
    void check_supported(const syntax::PathPattern& path) const;

    void bind_node(const syntax::NodePattern& pattern, PatternNode& node);
    void bind_relationship(const syntax::RelationshipPattern& pattern,
                           PatternRelationship& relationship);
    ExpressionPointer properties_equal(const syntax::ExpressionPointer& properties, Slot slot);
    void require(ExpressionPointer predicate) {
        if (predicate) graph_.predicates.push_back(std::move(predicate));
    }

    Planning& planning_;
    Scope& scope_;
    const Scope before_;
    PatternRules rules_;
    PatternGraph graph_;
    std::map<Slot, std::size_t> node_numbers_;
    std::set<std::string> own_relationships_;
    std::vector<std::pair<const syntax::NodePattern*, std::size_t>> nodes_;
    std::vector<std::pair<const syntax::RelationshipPattern*, std::size_t>> relationships_;
};

void PatternBinder::check_new(const syntax::Name& name) const {
    if (rules_.may_bind) return;
    throw Error{ErrorCode::Syntax, ErrorDetail::UndefinedVariable,
                fmt::format("Variable `{}` is not defined, and a pattern in an expression cannot "
                            "bring new variables",
                            name.text),
                name.span};
}

void PatternBinder::check_supported(const syntax::PathPattern& path) const {
    if (path.selector && path.selector->kind != syntax::SelectorKind::All)
        unsupported("A path selector", path.selector->span);
    check_mode(path);
    for (const auto& element : path.elements)
        if (const auto* inner = std::get_if<syntax::ParenthesizedPath>(&element))
            unsupported("A parenthesised path pattern", inner->span);
}

void PatternBinder::declare(const syntax::PathPattern& path) {
    check_supported(path);
    std::vector<Slot> elements;
    std::optional<std::size_t> left;
    const syntax::RelationshipPattern* between = nullptr;
    std::size_t place_of_relationship = 0;
    for (const auto& element : path.elements) {
        if (const auto* pattern = std::get_if<syntax::RelationshipPattern>(&element)) {
            between = pattern;
            place_of_relationship = elements.size();
            elements.emplace_back();
            continue;
        }
        const auto node = declare_node(std::get<syntax::NodePattern>(element));
        if (between != nullptr) {
            const auto number = declare_relationship(*between, *left, path);
            graph_.relationships[number].right = node;
            elements[place_of_relationship] = graph_.relationships[number].slot;
            between = nullptr;
        }
        elements.push_back(graph_.nodes[node].slot);
        left = node;
    }
    declare_path(path);
    if (path.variable)
        graph_.paths.push_back({scope_.find(path.variable->text)->slot, std::move(elements)});
}

void PatternBinder::declare_path(const syntax::PathPattern& path) {
    if (!path.variable) return;
    check_new(*path.variable);
    if (scope_.find(path.variable->text) != nullptr)
        throw Error{ErrorCode::Syntax, ErrorDetail::VariableAlreadyBound,
                    fmt::format("Variable `{}` is bound already and cannot name a path",
                                path.variable->text),
                    path.variable->span};
    scope_.bind(path.variable->text, {planning_.slots.add(path.variable->text), VariableKind::Path,
                                      type_of(VariableKind::Path)});
}

std::size_t PatternBinder::declare_node(const syntax::NodePattern& node) {
    auto slot = Slot{};
    auto bound = false;
    const auto* known = node.variable ? scope_.find(node.variable->text) : nullptr;
    if (known != nullptr) {
        if (!known->type.may_be(Accepts::Node))
            conflict(*node.variable, known->kind, VariableKind::Node);
        slot = known->slot;
        bound = before_.find(node.variable->text) != nullptr;
    } else {
        slot = planning_.slots.add(node.variable ? node.variable->text : std::string{});
        if (node.variable) {
            check_new(*node.variable);
            scope_.bind(node.variable->text,
                        {slot, VariableKind::Node, type_of(VariableKind::Node)});
        }
    }
    const auto [place, is_new] = node_numbers_.emplace(slot, graph_.nodes.size());
    if (is_new) graph_.nodes.push_back({slot, bound, {}});
    nodes_.emplace_back(&node, place->second);
    return place->second;
}

bool PatternBinder::bind_relationship_variable(const syntax::RelationshipPattern& pattern,
                                               PatternRelationship& relationship) {
    const auto& name = *pattern.variable;
    const auto kind =
        relationship.variable ? VariableKind::RelationshipList : VariableKind::Relationship;
    const auto* known = scope_.find(name.text);
    if (known == nullptr) {
        check_new(name);
        relationship.slot = planning_.slots.add(name.text);
        scope_.bind(name.text, {relationship.slot, kind, type_of(kind)});
        own_relationships_.insert(name.text);
        return false;
    }
    const auto fits = relationship.variable
                          ? known->type.may_be(Accepts::List) &&
                                overlaps(known->type.element, Accepts::Relationship)
                          : known->type.may_be(Accepts::Relationship);
    if (!fits) conflict(name, known->kind, kind);
    if (own_relationships_.contains(name.text))
        throw Error{ErrorCode::Syntax, ErrorDetail::RelationshipUniquenessViolation,
                    fmt::format("Relationship `{}` is used twice in one pattern, but a pattern "
                                "uses each relationship once",
                                name.text),
                    name.span};
    own_relationships_.insert(name.text);
    relationship.slot = known->slot;
    return true;
}

std::size_t PatternBinder::declare_relationship(const syntax::RelationshipPattern& pattern,
                                                std::size_t left, const syntax::PathPattern& path) {
    PatternRelationship relationship;
    relationship.left = left;
    relationship.direction = direction_of(pattern.arrow);
    relationship.shortest = path.shortest;
    relationship.restriction = restriction_of(path.mode);
    relationship.variable =
        pattern.repetition.has_value() || path.shortest != syntax::ShortestFunction::None;
    if (pattern.repetition) {
        relationship.lower = pattern.repetition->lower;
        relationship.upper = pattern.repetition->upper;
    } else {
        relationship.upper = 1;
    }
    if (pattern.variable)
        relationship.bound = bind_relationship_variable(pattern, relationship);
    else
        relationship.slot = planning_.slots.add();
    if (relationship.variable) relationship.step_relationship = planning_.slots.add();
    if (path.shortest != syntax::ShortestFunction::None) {
        if (relationship.lower > 1)
            throw Error{ErrorCode::Syntax, ErrorDetail::InvalidArgumentValue,
                        fmt::format("A shortest path starts at 0 or 1 relationships, not at {}",
                                    relationship.lower),
                        pattern.repetition->span};
        if (relationship.bound) unsupported("A shortest path along bound relationships", path.span);
    }
    graph_.relationships.push_back(std::move(relationship));
    relationships_.emplace_back(&pattern, graph_.relationships.size() - 1);
    return graph_.relationships.size() - 1;
}

ExpressionPointer PatternBinder::properties_equal(const syntax::ExpressionPointer& properties,
                                                  Slot slot) {
    if (!properties) return nullptr;
    const auto* map = std::get_if<syntax::MapLiteral>(&properties->form);
    if (map == nullptr)
        throw Error{ErrorCode::Syntax, ErrorDetail::InvalidParameterUse,
                    "A parameter cannot stand for the properties of a pattern here; write "
                    "`{key: $parameter.key}`",
                    properties->span};
    ExpressionPointer all;
    for (const auto& entry : map->entries) {
        auto value = ExpressionBinder{planning_, scope_}.bind(*entry.value);
        Bound property{
            make(PropertyExpression{slot_expression(slot), entry.key.text}, entry.key.span), {}};
        const Span span{entry.key.span.begin, entry.value->span.end};
        all = conjunction(
            std::move(all),
            bind_binary(BinaryKind::Equal, std::move(property), std::move(value), span).expression);
    }
    return all;
}

void PatternBinder::bind_node(const syntax::NodePattern& pattern, PatternNode& node) {
    if (pattern.labels) {
        note_unknown_names(planning_, NameKind::Label, *pattern.labels);
        std::vector<std::string> names;
        if (names_of(*pattern.labels, false, names))
            node.labels.insert(node.labels.end(), names.begin(), names.end());
        else
            require(
                make(LabelTestExpression{slot_expression(node.slot), bind_labels(*pattern.labels)},
                     pattern.labels->span));
    }
    require(properties_equal(pattern.properties, node.slot));
    if (pattern.where) require(ExpressionBinder{planning_, scope_}.bind_predicate(*pattern.where));
}

void PatternBinder::bind_relationship(const syntax::RelationshipPattern& pattern,
                                      PatternRelationship& relationship) {
    const auto tested = relationship.variable ? relationship.step_relationship : relationship.slot;
    ExpressionPointer predicate;
    if (pattern.types) note_unknown_names(planning_, NameKind::RelationshipType, *pattern.types);
    if (pattern.types && !names_of(*pattern.types, true, relationship.types)) {
        relationship.types.clear();
        predicate = make(LabelTestExpression{slot_expression(tested), bind_labels(*pattern.types)},
                         pattern.types->span);
    }
    predicate = conjunction(std::move(predicate), properties_equal(pattern.properties, tested));
    if (pattern.where) {
        auto scope = scope_;
        if (pattern.variable && relationship.variable)
            scope.bind(pattern.variable->text,
                       {tested, VariableKind::Relationship, type_of(VariableKind::Relationship)});
        predicate = conjunction(std::move(predicate),
                                ExpressionBinder{planning_, scope}.bind_predicate(*pattern.where));
    }
    if (relationship.variable)
        relationship.step_predicate = std::move(predicate);
    else
        require(std::move(predicate));
}

PatternGraph PatternBinder::finish() {
    for (const auto& [pattern, number] : nodes_) bind_node(*pattern, graph_.nodes[number]);
    for (const auto& [pattern, number] : relationships_)
        bind_relationship(*pattern, graph_.relationships[number]);
    return std::move(graph_);
}

} // namespace

PatternGraph bind_pattern(Planning& planning, Scope& scope, const syntax::Pattern& pattern,
                          const PatternRules& rules) {
    if (pattern.match_mode == syntax::MatchMode::RepeatableElements)
        unsupported("`REPEATABLE ELEMENTS`", pattern.span);
    PatternBinder binder{planning, scope, rules};
    for (const auto& path : pattern.paths) binder.declare(path);
    return binder.finish();
}

PatternGraph bind_pattern(Planning& planning, Scope& scope, const syntax::PathPattern& path,
                          const PatternRules& rules) {
    PatternBinder binder{planning, scope, rules};
    binder.declare(path);
    return binder.finish();
}

} // namespace lintas::query
