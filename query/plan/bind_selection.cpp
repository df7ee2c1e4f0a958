#include "query/plan/bind_selection.h"

#include "query/plan/bind_element.h"
#include "query/plan/bind_expression.h"
#include "query/plan/slots_of.h"

#include <algorithm>

namespace lintas::query {

namespace {

PathSelection selection_of(syntax::SelectorKind kind) {
    switch (kind) {
    case syntax::SelectorKind::All: return PathSelection::All;
    case syntax::SelectorKind::Any:
    case syntax::SelectorKind::Shortest: return PathSelection::Shortest;
    case syntax::SelectorKind::AllShortest:
    case syntax::SelectorKind::ShortestGroups: return PathSelection::ShortestGroups;
    }
    return PathSelection::All;
}

bool includes(std::initializer_list<Slot> all, const std::set<Slot>& some) {
    return std::ranges::all_of(
        some, [&](Slot slot) { return std::ranges::find(all, slot) != all.end(); });
}

} // namespace

SelectionBinder::SelectionBinder(Planning& planning, const Scope& before, Scope& scope,
                                 std::set<std::string>& own_relationships,
                                 const syntax::PathPattern& path, FlatPath flat, Slot from, Slot to)
    : planning_{planning}, before_{before}, scope_{scope}, own_relationships_{own_relationships},
      path_{path}, flat_{std::move(flat)}, relationships_{planning.slots.add()},
      elements_(2 * flat_.links.size() + 1), places_(flat_.places.size()),
      links_(flat_.links.size()), groups_(flat_.links.size()) {
    elements_.front() = from;
    elements_.back() = to;
    for (std::size_t place = 0; place < flat_.places.size(); ++place) {
        if (!is_end(place)) declare_place(place);
        if (place < flat_.links.size()) declare_link(place);
    }
    lay_out();
    add_outputs();
    own_.insert(elements_.begin(), elements_.end());
    own_.insert(relationships_);
    for (const auto& output : search_.outputs) own_.insert(output.slot);
}

void SelectionBinder::declare_place(std::size_t place) {
    std::vector<syntax::Name> new_names;
    std::vector<std::pair<const Binding*, Span>> known_names;
    for (const auto* pattern : flat_.places[place]) {
        if (!pattern->variable) continue;
        const auto& name = *pattern->variable;
        const auto* known = scope_.find(name.text);
        if (known == nullptr) {
            if (std::ranges::find(new_names, name.text, &syntax::Name::text) == new_names.end())
                new_names.push_back(name);
            continue;
        }
        if (!known->type.may_be(Accepts::Node)) refuse_kind(name, known->kind, VariableKind::Node);
        known_names.emplace_back(known, name.span);
    }
    auto& slot = elements_[2 * place];
    slot = planning_.slots.add(new_names.empty() ? std::string{} : new_names[0].text);
    for (const auto& [known, span] : known_names)
        equalities_.push_back(slots_equal(slot, known->slot, span));
    for (const auto& name : new_names) {
        const bool is_first = &name == &new_names.front();
        const auto own = is_first ? slot : planning_.slots.add(name.text);
        scope_.bind(name.text, {own, VariableKind::Node, type_of(VariableKind::Node)});
        names_.push_back(name);
        if (!is_first) aliases_.emplace_back(own, slot);
    }
}

void SelectionBinder::declare_link(std::size_t link) {
    if (is_single(link)) {
        declare_single(link);
        return;
    }
    const auto& written = flat_.links[link];
    const auto* variable = written.relationship && written.relationship->variable
                               ? &*written.relationship->variable
                               : nullptr;
    if (variable != nullptr && before_.find(variable->text) != nullptr)
        throw Error{ErrorCode::Unsupported,
                    "A path with a selector cannot go along bound relationships yet",
                    variable->span};
    elements_[2 * link + 1] = planning_.slots.add();
    groups_[link] = std::make_unique<GroupBinder>(planning_, before_, scope_, written);
    names_.insert(names_.end(), groups_[link]->variables().begin(),
                  groups_[link]->variables().end());
}

void SelectionBinder::declare_single(std::size_t link) {
    const auto& variable = flat_.links[link].relationship->variable;
    auto& slot = elements_[2 * link + 1];
    slot = planning_.slots.add(variable ? variable->text : std::string{});
    if (!variable) return;
    if (!own_relationships_.insert(variable->text).second) refuse_second_use(*variable);
    if (const auto* known = scope_.find(variable->text)) {
        if (!known->type.may_be(Accepts::Relationship))
            refuse_kind(*variable, known->kind, VariableKind::Relationship);
        equalities_.push_back(slots_equal(slot, known->slot, variable->span));
        return;
    }
    scope_.bind(variable->text,
                {slot, VariableKind::Relationship, type_of(VariableKind::Relationship)});
    names_.push_back(*variable);
}

// Relationships that follow each other without repeating are one part.
void SelectionBinder::lay_out() {
    search_.nodes.push_back({elements_[0], nullptr});
    for (std::size_t link = 0; link < flat_.links.size(); ++link) {
        const bool goes_on = link > 0 && is_single(link) && is_single(link - 1);
        if (!goes_on) {
            if (link > 0) search_.nodes.push_back({elements_[2 * link], nullptr});
            search_.parts.emplace_back();
        }
        auto& part = search_.parts.back();
        const auto number = search_.parts.size() - 1;
        places_[link] = {number, part.hops.size(), !goes_on};
        links_[link] = {number, part.hops.size(), false};
        if (!is_single(link)) continue;
        const auto arrow = flat_.links[link].relationship->arrow;
        part.hops.push_back({{},
                             direction_of(arrow),
                             elements_[2 * link],
                             elements_[2 * link + 1],
                             elements_[2 * link + 2],
                             nullptr});
    }
    search_.nodes.push_back({elements_.back(), nullptr});
    places_.back() = {search_.parts.size(), 0, true};
}

void SelectionBinder::add_outputs() {
    using enum PathOutput::What;
    auto& outputs = search_.outputs;
    outputs.push_back({AllRelationships, 0, 0, relationships_});
    for (std::size_t place = 1; place < flat_.links.size(); ++place) {
        const auto& [part, hop, is_between] = places_[place];
        outputs.push_back({is_between ? BetweenNode : PartNode, part, hop, elements_[2 * place]});
    }
    for (std::size_t link = 0; link < flat_.links.size(); ++link) {
        const auto& [part, hop, is_between] = links_[link];
        outputs.push_back({is_single(link) ? PartRelationship : PartRelationships, part, hop,
                           elements_[2 * link + 1]});
        if (!groups_[link]) continue;
        const auto lists = groups_[link]->outputs(part);
        outputs.insert(outputs.end(), lists.begin(), lists.end());
    }
    for (const auto& [alias, slot] : aliases_) {
        const auto found = std::ranges::find(outputs, slot, &PathOutput::slot);
        auto output = *found;
        output.slot = alias;
        outputs.push_back(output);
    }
}

// As soon as it can be tested: by the ends, a node between parts, a hop, or the whole path.
void SelectionBinder::demand_one(const ExpressionPointer& one) {
    std::set<Slot> reads;
    for (const auto slot : slots_of(*one))
        if (own_.contains(slot)) reads.insert(slot);
    if (includes({elements_.front(), elements_.back()}, reads)) {
        graph_->predicates.push_back(one);
        return;
    }
    for (auto& node : search_.nodes) {
        if (!includes({node.slot}, reads)) continue;
        node.predicate = conjunction(std::move(node.predicate), one);
        return;
    }
    for (auto& part : search_.parts) {
        if (part.is_group) continue;
        for (auto& hop : part.hops) {
            if (!includes({hop.source, hop.relationship, hop.target}, reads)) continue;
            hop.predicate = conjunction(std::move(hop.predicate), one);
            return;
        }
    }
    search_.predicate = conjunction(std::move(search_.predicate), one);
}

void SelectionBinder::demand(const ExpressionPointer& all) {
    for (const auto& one : conjuncts_of(all)) demand_one(one);
}

void SelectionBinder::finish_place(std::size_t place) {
    const auto slot = elements_[2 * place];
    for (const auto* pattern : flat_.places[place]) {
        std::vector<std::string> labels;
        demand(node_demands(planning_, scope_, *pattern, slot, labels));
        demand(has_labels(slot, labels));
    }
}

void SelectionBinder::finish_section(const PathSection& section) {
    if (section.where != nullptr)
        demand(ExpressionBinder{planning_, scope_}.bind_predicate(*section.where));
    const auto& mode = section.path->mode;
    const bool may_close = mode == syntax::PathMode::Simple;
    if (!may_close && mode != syntax::PathMode::Acyclic) return;
    const auto first = elements_.begin() + static_cast<std::ptrdiff_t>(2 * section.first);
    const auto last = elements_.begin() + static_cast<std::ptrdiff_t>(2 * section.last + 1);
    const auto test = make(NoNodeTwiceExpression{{first, last}, may_close}, section.path->span);
    search_.predicate = conjunction(std::move(search_.predicate), test);
}

std::shared_ptr<const PathSearch> SelectionBinder::finish(PathRestriction restriction,
                                                          PatternGraph& graph,
                                                          const std::vector<PatternPath>& named) {
    graph_ = &graph;
    for (const auto& path : named) own_.insert(path.slot);
    search_.restriction = restriction;
    search_.selection = selection_of(path_.selector->kind);
    if (path_.selector->count)
        search_.count = ExpressionBinder{planning_, {}}.bind(*path_.selector->count).expression;
    for (std::size_t link = 0; link < flat_.links.size(); ++link)
        if (groups_[link]) search_.parts[links_[link].part] = groups_[link]->finish(scope_);
    for (std::size_t place = 0; place < flat_.places.size(); ++place)
        if (!is_end(place)) finish_place(place);
    for (std::size_t link = 0; link < flat_.links.size(); ++link) {
        if (!is_single(link)) continue;
        auto& types = search_.parts[links_[link].part].hops[links_[link].hop].types;
        demand(relationship_demands(planning_, scope_, *flat_.links[link].relationship,
                                    elements_[2 * link + 1], types));
    }
    for (const auto& equality : equalities_) demand(equality);
    for (const auto& section : flat_.sections) finish_section(section);
    const auto reads = search_.predicate ? slots_of(*search_.predicate) : std::set<Slot>{};
    for (const auto& path : named)
        if (reads.contains(path.slot))
            search_.named.emplace_back(path.slot, make(PathExpression{path.elements}));
    return std::make_shared<const PathSearch>(std::move(search_));
}

} // namespace lintas::query
