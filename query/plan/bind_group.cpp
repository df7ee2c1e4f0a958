#include "query/plan/bind_group.h"

#include "query/plan/ast_walk.h"
#include "query/plan/bind_element.h"
#include "query/plan/bind_expression.h"
#include "query/plan/refuse_syntax.h"
#include "query/plan/slots_of.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

FlatPath flat_part(const PathLink& link) {
    if (link.repeated) return flatten(*link.repeated->path);
    FlatPath flat;
    flat.places.resize(2);
    flat.links.push_back(link);
    return flat;
}

// Does it bring variables of its own, which may hide others?
bool binds(const syntax::Expression& expression) {
    return std::holds_alternative<syntax::ListComprehension>(expression.form) ||
           std::holds_alternative<syntax::Quantifier>(expression.form) ||
           std::holds_alternative<syntax::Reduce>(expression.form) ||
           std::holds_alternative<syntax::PatternComprehension>(expression.form);
}

} // namespace

GroupBinder::GroupBinder(Planning& planning, const Scope& before, Scope& scope,
                         const PathLink& link)
    : planning_{planning}, own_{before}, link_{link}, flat_{flat_part(link)} {
    check(link);
    part_.is_group = true;
    part_.lower = link.repetition()->lower;
    part_.upper = link.repetition()->upper;
    declare(scope);
}

void GroupBinder::check(const PathLink& link) const {
    if (!link.repeated) return;
    if (flat_.links.empty())
        refuse_syntax(ErrorDetail::InvalidRelationshipPattern,
                      "A part of a path that repeats needs a relationship", link.repeated->span);
    for (const auto& inner : flat_.links)
        if (inner.repetition())
            refuse_syntax(ErrorDetail::InvalidRelationshipPattern,
                          "A part of a path that repeats cannot hold another one that repeats",
                          inner.repetition()->span);
    const auto* name = link.repeated->path->variable ? &*link.repeated->path->variable : nullptr;
    for (const auto& section : flat_.sections)
        if (section.path->variable) name = &*section.path->variable;
    if (name != nullptr)
        refuse_syntax(
            ErrorDetail::UnexpectedSyntax,
            fmt::format("Path `{}` lies within a part that repeats, where it cannot be named",
                        name->text),
            name->span);
}

void GroupBinder::declare(Scope& scope) {
    std::vector<Slot> nodes;
    for (std::size_t place = 0; place < flat_.places.size(); ++place)
        nodes.push_back(planning_.slots.add());
    for (std::size_t hop = 0; hop < flat_.links.size(); ++hop) {
        part_.hops.push_back({{},
                              direction_of(flat_.links[hop].relationship->arrow),
                              nodes[hop],
                              planning_.slots.add(),
                              nodes[hop + 1],
                              nullptr});
        singles_.insert({nodes[hop], nodes[hop + 1], part_.hops.back().relationship});
    }
    for (std::size_t place = 0; place < flat_.places.size(); ++place) {
        declare_node(scope, place);
        if (place < flat_.links.size()) declare_relationship(scope, place);
    }
}

void GroupBinder::declare_node(Scope& scope, std::size_t place) {
    const auto last = place == part_.hops.size();
    const auto slot = last ? part_.hops.back().target : part_.hops[place].source;
    for (const auto* pattern : flat_.places[place]) {
        if (!pattern->variable) continue;
        const auto& name = *pattern->variable;
        const auto* known = own_.find(name.text);
        if (known != nullptr && singles_.contains(known->slot)) {
            if (known->kind != VariableKind::Node)
                refuse_kind(name, known->kind, VariableKind::Node);
            if (known->slot != slot)
                equalities_.push_back(slots_equal(known->slot, slot, name.span));
            continue;
        }
        const auto list = bind_list(scope, name, VariableKind::NodeList);
        own_.bind(name.text, {slot, VariableKind::Node, type_of(VariableKind::Node)});
        outputs_.push_back({PathOutput::What::PartNode, 0, place, list});
    }
}

void GroupBinder::declare_relationship(Scope& scope, std::size_t place) {
    const auto& pattern = *flat_.links[place].relationship;
    if (!pattern.variable) return;
    const auto& name = *pattern.variable;
    const auto slot = part_.hops[place].relationship;
    const auto* known = own_.find(name.text);
    if (known != nullptr && singles_.contains(known->slot)) {
        if (known->kind != VariableKind::Relationship)
            refuse_kind(name, known->kind, VariableKind::Relationship);
        refuse_second_use(name);
    }
    const auto list = bind_list(scope, name, VariableKind::RelationshipList);
    own_.bind(name.text, {slot, VariableKind::Relationship, type_of(VariableKind::Relationship)});
    outputs_.push_back({PathOutput::What::PartRelationship, 0, place, list});
}

Slot GroupBinder::bind_list(Scope& scope, const syntax::Name& name, VariableKind kind) {
    if (scope.find(name.text) != nullptr)
        refuse_syntax(
            ErrorDetail::VariableAlreadyBound,
            fmt::format("Variable `{}` is bound already; within a part that repeats it needs "
                        "another name",
                        name.text),
            name.span);
    const auto slot = planning_.slots.add(name.text);
    scope.bind(name.text, {slot, kind, type_of(kind)});
    names_.push_back(name);
    return slot;
}

// A better message than that the variable is not defined.
void GroupBinder::see_only_own(const syntax::Expression* expression, const Scope& scope) const {
    if (expression == nullptr || binds(*expression)) return;
    if (const auto* variable = std::get_if<syntax::Variable>(&expression->form))
        if (own_.find(variable->name) == nullptr && scope.find(variable->name) != nullptr)
            refuse_syntax(
                ErrorDetail::UndefinedVariable,
                fmt::format("A part of a path that repeats sees its own variables and those of "
                            "earlier clauses, but `{}` is another part's of the same pattern",
                            variable->name),
                expression->span);
    for_each_part(*expression,
                  [&](const syntax::Expression& inner) { see_only_own(&inner, scope); });
}

void GroupBinder::demand(const ExpressionPointer& all, std::size_t hop) {
    auto& here = part_.hops[hop];
    const std::set<Slot> near{here.source, here.relationship, here.target};
    for (const auto& one : conjuncts_of(all)) {
        const auto reads = slots_of(*one);
        const bool is_near = std::ranges::all_of(
            reads, [&](Slot slot) { return !singles_.contains(slot) || near.contains(slot); });
        auto& place = is_near ? here.predicate : part_.predicate;
        place = conjunction(std::move(place), one);
    }
}

void GroupBinder::finish_node(std::size_t place, const syntax::NodePattern& pattern,
                              const Scope& scope) {
    see_only_own(pattern.properties.get(), scope);
    see_only_own(pattern.where.get(), scope);
    const auto hop = place == 0 ? 0 : place - 1;
    const auto slot = place == 0 ? part_.hops[0].source : part_.hops[hop].target;
    std::vector<std::string> labels;
    auto demands = node_demands(planning_, own_, pattern, slot, labels);
    demand(conjunction(has_labels(slot, labels), std::move(demands)), hop);
}

void GroupBinder::finish_section(const PathSection& section, const Scope& scope) {
    if (section.where != nullptr) {
        see_only_own(section.where, scope);
        const auto where = ExpressionBinder{planning_, own_}.bind_predicate(*section.where);
        for (const auto& one : conjuncts_of(where)) {
            const auto reads = slots_of(*one);
            const auto hop = std::ranges::find_if(part_.hops, [&](const PathHop& some) {
                return reads.contains(some.relationship) || reads.contains(some.source);
            });
            const bool is_last = hop == part_.hops.end();
            demand(one, is_last ? part_.hops.size() - 1
                                : static_cast<std::size_t>(hop - part_.hops.begin()));
        }
    }
    const auto mode = section.path->mode;
    const bool may_close = mode == syntax::PathMode::Simple;
    if (!may_close && mode != syntax::PathMode::Acyclic) return;
    if (section.first == section.last) return;
    NoNodeTwiceExpression test{{part_.hops[section.first].source}, may_close};
    for (auto hop = section.first; hop < section.last; ++hop) {
        test.slots.push_back(part_.hops[hop].relationship);
        test.slots.push_back(part_.hops[hop].target);
    }
    demand(make(std::move(test), section.path->span), section.first);
}

PathPart GroupBinder::finish(const Scope& scope) {
    for (std::size_t place = 0; place < flat_.places.size(); ++place)
        for (const auto* pattern : flat_.places[place]) finish_node(place, *pattern, scope);
    for (std::size_t place = 0; place < flat_.links.size(); ++place) {
        const auto& pattern = *flat_.links[place].relationship;
        see_only_own(pattern.properties.get(), scope);
        see_only_own(pattern.where.get(), scope);
        auto& hop = part_.hops[place];
        demand(relationship_demands(planning_, own_, pattern, hop.relationship, hop.types), place);
    }
    for (const auto& section : flat_.sections) finish_section(section, scope);
    if (link_.repeated != nullptr)
        finish_section(
            {0, flat_.links.size(), link_.repeated->path.get(), link_.repeated->where.get()},
            scope);
    for (const auto& equality : equalities_) demand(equality, 0);
    return std::move(part_);
}

std::vector<PathOutput> GroupBinder::outputs(std::size_t number) const {
    auto outputs = outputs_;
    for (auto& output : outputs) output.part = number;
    return outputs;
}

} // namespace lintas::query
