#include "query/plan/bind_element.h"
#include "query/plan/bind_expression.h"
#include "query/plan/bind_group.h"
#include "query/plan/bind_selection.h"
#include "query/plan/check_pattern.h"
#include "query/plan/flat_path.h"
#include "query/plan/pattern_graph.h"
#include "query/plan/slots_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace lintas::query {

namespace {

PathRestriction restriction_of(const std::optional<syntax::PathMode>& mode, bool repeatable) {
    if (mode == syntax::PathMode::Acyclic) return PathRestriction::Acyclic;
    if (mode == syntax::PathMode::Simple) return PathRestriction::Simple;
    // Elsewhere the match mode forbids repeats, whatever the path mode says.
    return repeatable ? PathRestriction::Walk : PathRestriction::Trail;
}

class PatternBinder {
public:
    PatternBinder(Planning& planning, Scope& scope, const PatternRules& rules, bool repeatable)
        : planning_{planning}, scope_{scope}, before_{scope}, rules_{rules} {
        graph_.repeatable = repeatable;
    }

    void declare(const syntax::PathPattern& path);
    // Properties and filters see all variables of the pattern, so they are bound last.
    PatternGraph finish();

private:
    struct Group {
        GroupBinder binder;
        std::size_t relationship;
        PathRestriction restriction;
    };
    struct Selection {
        SelectionBinder binder;
        std::size_t relationship;
        PathRestriction restriction;
        std::vector<PatternPath> named;
    };
    struct Section {
        PathSection section;
        std::vector<Slot> elements;
    };

    std::vector<Slot> declare_chain(const syntax::PathPattern& path, const FlatPath& flat);
    std::vector<Slot> declare_selection(const syntax::PathPattern& path, const FlatPath& flat);
    std::size_t declare_place(const std::vector<const syntax::NodePattern*>& patterns);
    std::size_t declare_node(const syntax::NodePattern& node);
    void declare_further_name(const syntax::NodePattern& node, std::size_t number);
    std::size_t declare_relationship(const syntax::RelationshipPattern& relationship,
                                     std::size_t left, const syntax::PathPattern& path);
    std::size_t declare_group(const PathLink& link, std::size_t left,
                              const syntax::PathPattern& path);
    bool bind_relationship_variable(const syntax::RelationshipPattern& pattern,
                                    PatternRelationship& relationship);
    Slot declare_path(const syntax::Name& name);
    void check_new(const syntax::Name& name) const;

    void bind_relationship(const syntax::RelationshipPattern& pattern,
                           PatternRelationship& relationship);
    void finish_group(Group& group);
    void finish_selection(Selection& selection);
    void require_mode(const std::optional<syntax::PathMode>& mode, std::vector<Slot> elements);
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
    std::vector<Group> groups_;
    std::vector<Selection> selections_;
    std::vector<Section> sections_;
};

void PatternBinder::check_new(const syntax::Name& name) const {
    if (rules_.may_bind) return;
    throw Error{ErrorCode::Syntax, ErrorDetail::UndefinedVariable,
                fmt::format("Variable `{}` is not defined, and a pattern in an expression cannot "
                            "bring new variables",
                            name.text),
                name.span};
}

void PatternBinder::declare(const syntax::PathPattern& path) {
    const auto flat = flatten(path);
    check_walk(path, flat, graph_.repeatable);
    const bool selects = is_selective(path) && !flat.links.empty();
    const auto elements = selects ? declare_selection(path, flat) : declare_chain(path, flat);
    const auto slots_between = [&](const PathSection& section) {
        const auto begin = elements.begin();
        return std::vector<Slot>{begin + static_cast<std::ptrdiff_t>(2 * section.first),
                                 begin + static_cast<std::ptrdiff_t>(2 * section.last + 1)};
    };
    std::vector<PatternPath> named;
    for (const auto& section : flat.sections) {
        if (section.path->variable)
            named.push_back({declare_path(*section.path->variable), slots_between(section)});
        if (!selects) sections_.push_back({section, slots_between(section)});
    }
    if (path.variable) {
        auto whole = elements;
        if (selects)
            whole = {elements.front(), selections_.back().binder.relationships(), elements.back()};
        named.push_back({declare_path(*path.variable), std::move(whole)});
    }
    graph_.paths.insert(graph_.paths.end(), named.begin(), named.end());
    if (selects) selections_.back().named = std::move(named);
}

// A slot for each place and link, in turn.
std::vector<Slot> PatternBinder::declare_chain(const syntax::PathPattern& path,
                                               const FlatPath& flat) {
    auto left = declare_place(flat.places[0]);
    std::vector<Slot> elements{graph_.nodes[left].slot};
    for (std::size_t link = 0; link < flat.links.size(); ++link) {
        const auto right = declare_place(flat.places[link + 1]);
        const auto* single = flat.links[link].relationship;
        const auto number = single != nullptr ? declare_relationship(*single, left, path)
                                              : declare_group(flat.links[link], left, path);
        graph_.relationships[number].right = right;
        elements.push_back(graph_.relationships[number].slot);
        elements.push_back(graph_.nodes[right].slot);
        left = right;
    }
    // Where one search finds the whole path it keeps to the mode itself.
    const bool is_one_search = flat.links.size() == 1 && graph_.relationships.back().variable;
    if (!is_one_search) require_mode(path.mode, elements);
    return elements;
}

void PatternBinder::require_mode(const std::optional<syntax::PathMode>& mode,
                                 std::vector<Slot> elements) {
    const bool may_close = mode == syntax::PathMode::Simple;
    if (!may_close && mode != syntax::PathMode::Acyclic) return;
    if (elements.size() > 1) require(make(NoNodeTwiceExpression{std::move(elements), may_close}));
}

std::vector<Slot> PatternBinder::declare_selection(const syntax::PathPattern& path,
                                                   const FlatPath& flat) {
    PatternRelationship relationship;
    relationship.left = declare_place(flat.places.front());
    relationship.right = declare_place(flat.places.back());
    relationship.variable = true;
    relationship.lower = 1;
    relationship.direction = ExpandDirection::Both;
    selections_.push_back({SelectionBinder{planning_, before_, scope_, own_relationships_, path,
                                           flat, graph_.nodes[relationship.left].slot,
                                           graph_.nodes[relationship.right].slot},
                           graph_.relationships.size(),
                           restriction_of(path.mode, graph_.repeatable),
                           {}});
    const auto& binder = selections_.back().binder;
    for (const auto& name : binder.variables()) check_new(name);
    relationship.slot = binder.relationships();
    graph_.relationships.push_back(std::move(relationship));
    return binder.elements();
}

std::size_t PatternBinder::declare_group(const PathLink& link, std::size_t left,
                                         const syntax::PathPattern& path) {
    PatternRelationship relationship;
    relationship.left = left;
    relationship.direction = ExpandDirection::Both;
    relationship.variable = true;
    relationship.lower = link.repeated->repetition->lower;
    relationship.upper = link.repeated->repetition->upper;
    relationship.slot = planning_.slots.add();
    groups_.push_back({GroupBinder{planning_, before_, scope_, link}, graph_.relationships.size(),
                       restriction_of(path.mode, graph_.repeatable)});
    for (const auto& name : groups_.back().binder.variables()) check_new(name);
    graph_.relationships.push_back(std::move(relationship));
    return graph_.relationships.size() - 1;
}

Slot PatternBinder::declare_path(const syntax::Name& name) {
    check_new(name);
    if (scope_.find(name.text) != nullptr)
        throw Error{ErrorCode::Syntax, ErrorDetail::VariableAlreadyBound,
                    fmt::format("Variable `{}` is bound already and cannot name a path", name.text),
                    name.span};
    const auto slot = planning_.slots.add(name.text);
    scope_.bind(name.text, {slot, VariableKind::Path, type_of(VariableKind::Path)});
    return slot;
}

// All patterns of a place are one node: the first with a name stands for it.
std::size_t PatternBinder::declare_place(const std::vector<const syntax::NodePattern*>& patterns) {
    static const syntax::NodePattern any;
    const auto* first = patterns.empty() ? &any : patterns.front();
    for (const auto* pattern : patterns)
        if (pattern->variable && !first->variable) first = pattern;
    const auto number = declare_node(*first);
    for (const auto* pattern : patterns)
        if (pattern != first) declare_further_name(*pattern, number);
    return number;
}

void PatternBinder::declare_further_name(const syntax::NodePattern& node, std::size_t number) {
    nodes_.emplace_back(&node, number);
    if (!node.variable) return;
    const auto slot = graph_.nodes[number].slot;
    if (const auto* known = scope_.find(node.variable->text)) {
        if (!known->type.may_be(Accepts::Node))
            refuse_kind(*node.variable, known->kind, VariableKind::Node);
        if (known->slot == slot) return;
        require(make(BinaryExpression{BinaryKind::Equal, slot_expression(slot),
                                      slot_expression(known->slot)},
                     node.variable->span));
        return;
    }
    check_new(*node.variable);
    const auto alias = planning_.slots.add(node.variable->text);
    scope_.bind(node.variable->text, {alias, VariableKind::Node, type_of(VariableKind::Node)});
    graph_.aliases.emplace_back(alias, slot);
}

std::size_t PatternBinder::declare_node(const syntax::NodePattern& node) {
    auto slot = Slot{};
    auto bound = false;
    const auto* known = node.variable ? scope_.find(node.variable->text) : nullptr;
    if (known != nullptr) {
        if (!known->type.may_be(Accepts::Node))
            refuse_kind(*node.variable, known->kind, VariableKind::Node);
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
    if (!fits) refuse_kind(name, known->kind, kind);
    if (!own_relationships_.insert(name.text).second) refuse_second_use(name);
    relationship.slot = known->slot;
    return true;
}

std::size_t PatternBinder::declare_relationship(const syntax::RelationshipPattern& pattern,
                                                std::size_t left, const syntax::PathPattern& path) {
    PatternRelationship relationship;
    relationship.left = left;
    relationship.direction = direction_of(pattern.arrow);
    relationship.shortest = path.shortest;
    relationship.restriction = restriction_of(path.mode, graph_.repeatable);
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
    if (path.shortest != syntax::ShortestFunction::None)
        check_shortest(path, pattern, relationship.bound);
    graph_.relationships.push_back(std::move(relationship));
    relationships_.emplace_back(&pattern, graph_.relationships.size() - 1);
    return graph_.relationships.size() - 1;
}

void PatternBinder::bind_relationship(const syntax::RelationshipPattern& pattern,
                                      PatternRelationship& relationship) {
    if (!relationship.variable) {
        require(relationship_demands(planning_, scope_, pattern, relationship.slot,
                                     relationship.types));
        return;
    }
    auto scope = scope_;
    if (pattern.variable)
        scope.bind(pattern.variable->text,
                   {relationship.step_relationship, VariableKind::Relationship,
                    type_of(VariableKind::Relationship)});
    relationship.step_predicate = relationship_demands(
        planning_, scope, pattern, relationship.step_relationship, relationship.types);
}

// The types that any hop may use; all when empty.
std::vector<std::string> types_of(const PathSearch& search) {
    std::vector<std::string> types;
    for (const auto& part : search.parts)
        for (const auto& hop : part.hops) {
            if (hop.types.empty()) return {};
            types.insert(types.end(), hop.types.begin(), hop.types.end());
        }
    return types;
}

void PatternBinder::finish_group(Group& group) {
    auto& relationship = graph_.relationships[group.relationship];
    PathSearch search;
    search.nodes = {{graph_.nodes[relationship.left].slot, nullptr},
                    {graph_.nodes[relationship.right].slot, nullptr}};
    search.parts.push_back(group.binder.finish(scope_));
    search.restriction = group.restriction;
    search.outputs = group.binder.outputs(0);
    search.outputs.push_back({PathOutput::What::AllRelationships, 0, 0, relationship.slot});
    relationship.types = types_of(search);
    relationship.search = std::make_shared<const PathSearch>(std::move(search));
}

void PatternBinder::finish_selection(Selection& selection) {
    auto search = selection.binder.finish(selection.restriction, graph_, selection.named);
    auto& relationship = graph_.relationships[selection.relationship];
    relationship.types = types_of(*search);
    relationship.search = std::move(search);
}

PatternGraph PatternBinder::finish() {
    for (const auto& [pattern, number] : nodes_) {
        auto& node = graph_.nodes[number];
        require(node_demands(planning_, scope_, *pattern, node.slot, node.labels));
    }
    for (const auto& [pattern, number] : relationships_)
        bind_relationship(*pattern, graph_.relationships[number]);
    for (auto& group : groups_) finish_group(group);
    for (auto& selection : selections_) finish_selection(selection);
    for (auto& [section, elements] : sections_) {
        if (section.where != nullptr)
            require(ExpressionBinder{planning_, scope_}.bind_predicate(*section.where));
        require_mode(section.path->mode, std::move(elements));
    }
    return std::move(graph_);
}

} // namespace

PatternGraph bind_pattern(Planning& planning, Scope& scope, const syntax::Pattern& pattern,
                          const PatternRules& rules) {
    check_modes(pattern);
    const bool repeatable = pattern.match_mode == syntax::MatchMode::RepeatableElements;
    PatternBinder binder{planning, scope, rules, repeatable};
    for (const auto& path : pattern.paths) binder.declare(path);
    return binder.finish();
}

PatternGraph bind_pattern(Planning& planning, Scope& scope, const syntax::PathPattern& path,
                          const PatternRules& rules) {
    check_mode(path, false);
    PatternBinder binder{planning, scope, rules, false};
    binder.declare(path);
    return binder.finish();
}

} // namespace lintas::query
