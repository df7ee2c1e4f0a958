#include "query/plan/plan_pattern.h"

#include "graph/expect.h"
#include "query/plan/bind_element.h"
#include "query/plan/bind_expression.h"
#include "query/plan/choose_index.h"
#include "query/plan/estimate.h"
#include "query/plan/plan_path_search.h"
#include "query/plan/slots_of.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace lintas::query {

namespace {

ExpressionPointer call(std::string_view function, std::vector<ExpressionPointer> arguments) {
    const auto* found = find_function(function);
    expect(found != nullptr, "the planner's functions exist");
    return make(FunctionExpression{found, std::move(arguments)});
}

ExpandDirection reversed(ExpandDirection direction) {
    switch (direction) {
    case ExpandDirection::Outgoing: return ExpandDirection::Incoming;
    case ExpandDirection::Incoming: return ExpandDirection::Outgoing;
    case ExpandDirection::Both: return ExpandDirection::Both;
    }
    return direction;
}

struct Predicate {
    ExpressionPointer expression;
    std::set<Slot> reads;
};

class PatternPlanner {
public:
    PatternPlanner(Planning& planning, PatternGraph graph, PlanPointer input, const Scope& before)
        : planning_{planning}, graph_{std::move(graph)}, plan_{std::move(input)},
          rows_{comparable(plan_->estimated_rows)}, followed_(graph_.relationships.size()) {
        for (const auto& [name, binding] : before.bindings()) solved_.insert(binding.slot);
    }

    PlanPointer run(const ExpressionPointer& where);

private:
    // A way to go on: along a relationship from one of its ends; or, where `relationship` is unset,
    // a scan of nodes; or, where `index` is set, a search for the relationship or the node.
    struct Move {
        double rows = std::numeric_limits<double>::infinity();
        std::optional<std::size_t> relationship;
        bool from_left = true;
        std::size_t node = 0; // of a scan
        std::optional<IndexChoice> index;
    };

    void take_predicates(const ExpressionPointer& where);
    void apply_ready_predicates();
    void apply_named_paths();
    bool is_solved(std::size_t node) const { return solved_.contains(graph_.nodes[node].slot); }
    bool is_ready(const PatternRelationship& relationship) const;
    double selectivity_of(std::size_t node) const;
    double degree_of(const PatternRelationship& relationship, bool from_left) const;

    void check_bound_nodes();
    bool follow_bound_relationship();
    Move best_relationship() const;
    Move best_scan() const;
    void consider(Move& best, std::size_t number, bool from_left) const;
    void consider_seeks(Move& best) const;
    std::optional<IndexChoice> index_for(EntityKind entity, Slot slot,
                                         std::span<const std::string> labels) const;

    void take(const Move& move);
    void scan(std::size_t node);
    void seek(const Move& move);
    void follow(std::size_t number, bool from_left);
    void expand(const PatternRelationship& relationship, std::size_t from, std::size_t to,
                ExpandDirection direction);
    void expand_variable(const PatternRelationship& relationship, std::size_t from, std::size_t to,
                         ExpandDirection direction, bool is_reversed);
    void shortest(const PatternRelationship& relationship);
    void search(const PatternRelationship& relationship);
    ExpressionPointer take_demands(std::size_t node);
    void bind_start_of(const PatternRelationship& relationship);
    std::vector<Slot> unlike(const PatternRelationship& relationship) const;
    void require_labels(std::size_t node, const std::optional<std::string>& known);
    void reached(std::size_t node, bool was_solved, const std::optional<std::string>& known_label);

    Planning& planning_;
    PatternGraph graph_;
    PlanPointer plan_;
    double rows_;
    std::set<Slot> solved_;
    std::vector<std::uint8_t> followed_;
    std::vector<Predicate> predicates_;
};

void PatternPlanner::take_predicates(const ExpressionPointer& where) {
    const auto add = [&](const ExpressionPointer& all) {
        for (const auto& one : conjuncts_of(all)) predicates_.push_back({one, slots_of(*one)});
    };
    for (const auto& predicate : graph_.predicates) add(predicate);
    add(where);
}

void PatternPlanner::apply_ready_predicates() {
    ExpressionPointer ready;
    std::erase_if(predicates_, [&](const Predicate& predicate) {
        if (!std::ranges::includes(solved_, predicate.reads)) return false;
        ready = conjunction(std::move(ready), predicate.expression);
        return true;
    });
    if (!ready) return;
    plan_ = filtered(std::move(plan_), std::move(ready));
    rows_ = comparable(plan_->estimated_rows);
}

void PatternPlanner::apply_named_paths() {
    for (const auto& [alias, slot] : graph_.aliases) {
        if (!solved_.contains(slot) || solved_.contains(alias)) continue;
        plan_ = make_plan(ProjectStep{std::move(plan_), {{alias, slot_expression(slot)}}}, rows_);
        solved_.insert(alias);
    }
    for (const auto& path : graph_.paths) {
        const auto has_all =
            std::ranges::all_of(path.elements, [&](Slot slot) { return solved_.contains(slot); });
        if (!has_all || solved_.contains(path.slot)) continue;
        plan_ = make_plan(
            ProjectStep{std::move(plan_), {{path.slot, make(PathExpression{path.elements})}}},
            rows_);
        solved_.insert(path.slot);
    }
}

bool PatternPlanner::is_ready(const PatternRelationship& relationship) const {
    if (relationship.search)
        return std::ranges::includes(solved_, foreign_reads(*relationship.search));
    if (!relationship.step_predicate) return true;
    auto reads = slots_of(*relationship.step_predicate);
    reads.erase(relationship.step_relationship);
    return std::ranges::includes(solved_, reads);
}

// The share of the nodes that passes the predicates on this node alone.
double PatternPlanner::selectivity_of(std::size_t node) const {
    auto available = solved_;
    available.insert(graph_.nodes[node].slot);
    auto share = 1.0;
    for (const auto& predicate : predicates_)
        if (predicate.reads.contains(graph_.nodes[node].slot) &&
            std::ranges::includes(available, predicate.reads))
            share *= estimate_selectivity(*predicate.expression);
    return share;
}

double PatternPlanner::degree_of(const PatternRelationship& relationship, bool from_left) const {
    if (relationship.search) return estimate_paths(planning_, *relationship.search);
    const auto& from = graph_.nodes[from_left ? relationship.left : relationship.right];
    const auto& to = graph_.nodes[from_left ? relationship.right : relationship.left];
    const auto direction = from_left ? relationship.direction : reversed(relationship.direction);
    if (!relationship.variable)
        return estimate_degree(planning_, from.labels, relationship.types, direction, to.labels);
    const auto degree = estimate_degree(planning_, from.labels, relationship.types, direction, {});
    constexpr auto assumed_longest = std::uint64_t{4};
    const auto steps =
        std::clamp<std::uint64_t>(relationship.upper.value_or(assumed_longest), 1, assumed_longest);
    return std::pow(std::max(degree, 1.0), static_cast<double>(steps));
}

void PatternPlanner::consider(Move& best, std::size_t number, bool from_left) const {
    const auto& relationship = graph_.relationships[number];
    const auto from = from_left ? relationship.left : relationship.right;
    const auto to = from_left ? relationship.right : relationship.left;
    if (!is_solved(from) || !is_ready(relationship)) return;
    if (relationship.shortest != syntax::ShortestFunction::None && !is_solved(to)) return;
    // Searching from two ends that are known is far cheaper than from one.
    const bool selects =
        relationship.search && relationship.search->selection != PathSelection::All;
    if (selects && !is_solved(to) && selectivity_of(to) < 1) return;
    auto rows = rows_ * comparable(degree_of(relationship, from_left));
    if (is_solved(to))
        rows /= std::max(1.0, estimate_nodes(planning_, graph_.nodes[to].labels));
    else
        rows *= selectivity_of(to);
    if (rows < best.rows) best = {rows, number, from_left, 0, {}};
}

PatternPlanner::Move PatternPlanner::best_relationship() const {
    Move best;
    for (std::size_t number = 0; number < graph_.relationships.size(); ++number) {
        if (followed_[number] != 0) continue;
        consider(best, number, true);
        consider(best, number, false);
    }
    return best;
}

PatternPlanner::Move PatternPlanner::best_scan() const {
    Move best;
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node) {
        if (is_solved(node)) continue;
        const auto found = estimate_nodes(planning_, graph_.nodes[node].labels);
        const auto rows = rows_ * found * selectivity_of(node);
        if (rows < best.rows) best = {rows, std::nullopt, true, node, {}};
    }
    consider_seeks(best);
    return best;
}

std::optional<IndexChoice> PatternPlanner::index_for(EntityKind entity, Slot slot,
                                                     std::span<const std::string> labels) const {
    if (planning_.schema.indexes.empty()) return {};
    std::vector<ExpressionPointer> predicates;
    for (const auto& predicate : predicates_) predicates.push_back(predicate.expression);
    return choose_index(planning_, {entity, slot, labels, predicates, solved_});
}

// A search reads only what it finds, so it is preferred to a scan that finds as many.
void PatternPlanner::consider_seeks(Move& best) const {
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node) {
        if (is_solved(node)) continue;
        const auto found =
            index_for(EntityKind::Node, graph_.nodes[node].slot, graph_.nodes[node].labels);
        if (!found) continue;
        const auto scanned = estimate_nodes(planning_, graph_.nodes[node].labels);
        const auto rows = rows_ * std::min(found->rows, scanned * selectivity_of(node));
        if (rows <= best.rows) best = {rows, std::nullopt, true, node, found};
    }
    for (std::size_t number = 0; number < graph_.relationships.size(); ++number) {
        const auto& one = graph_.relationships[number];
        if (followed_[number] != 0 || is_solved(one.left) || is_solved(one.right)) continue;
        if (!may_be_sought(one)) continue;
        const auto found = index_for(EntityKind::Relationship, one.slot, one.types);
        if (found && rows_ * found->rows < best.rows)
            best = {rows_ * found->rows, number, true, 0, found};
    }
}

std::vector<Slot> PatternPlanner::unlike(const PatternRelationship& relationship) const {
    std::vector<Slot> slots;
    if (graph_.repeatable) return slots;
    for (std::size_t number = 0; number < graph_.relationships.size(); ++number)
        if (followed_[number] != 0 &&
            share_a_type(graph_.relationships[number].types, relationship.types))
            slots.push_back(graph_.relationships[number].slot);
    return slots;
}

void PatternPlanner::require_labels(std::size_t node, const std::optional<std::string>& known) {
    auto labels = graph_.nodes[node].labels;
    if (known) std::erase(labels, *known);
    plan_ = filtered(std::move(plan_), has_labels(graph_.nodes[node].slot, labels));
}

void PatternPlanner::reached(std::size_t node, bool was_solved,
                             const std::optional<std::string>& known_label) {
    if (!was_solved) {
        solved_.insert(graph_.nodes[node].slot);
        require_labels(node, known_label);
    }
    apply_named_paths();
    apply_ready_predicates();
}

void PatternPlanner::scan(std::size_t node) {
    const auto& pattern = graph_.nodes[node];
    const auto label = rarest_label(planning_, pattern.labels);
    rows_ = comparable(rows_ * estimate_nodes(planning_, pattern.labels));
    plan_ = make_plan(NodeScanStep{std::move(plan_), pattern.slot, label}, rows_);
    reached(node, false, label);
}

// A relationship that was found is bound from then on: its ends follow from it.
void PatternPlanner::seek(const Move& move) {
    const auto& [index, keys, is_unique, rows] = *move.index;
    rows_ = comparable(move.rows);
    IndexSeekStep step{std::move(plan_), index, {}, keys, is_unique, SeekOrder::Any};
    if (!move.relationship) {
        step.entity = graph_.nodes[move.node].slot;
        plan_ = make_plan(std::move(step), rows_);
        reached(move.node, false, index.labels.front());
        return;
    }
    auto& relationship = graph_.relationships[*move.relationship];
    step.entity = relationship.slot;
    plan_ = make_plan(std::move(step), rows_);
    relationship.bound = true;
    solved_.insert(relationship.slot);
    apply_ready_predicates();
}

void PatternPlanner::expand(const PatternRelationship& relationship, std::size_t from,
                            std::size_t to, ExpandDirection direction) {
    const auto was_solved = is_solved(to);
    auto label = was_solved ? std::nullopt : rarest_label(planning_, graph_.nodes[to].labels);
    plan_ = make_plan(ExpandStep{std::move(plan_), graph_.nodes[from].slot, relationship.slot,
                                 graph_.nodes[to].slot, direction, relationship.types, was_solved,
                                 relationship.bound, unlike(relationship), label},
                      rows_);
    solved_.insert(relationship.slot);
    reached(to, was_solved, label);
}

void PatternPlanner::expand_variable(const PatternRelationship& relationship, std::size_t from,
                                     std::size_t to, ExpandDirection direction, bool is_reversed) {
    const auto was_solved = is_solved(to);
    const auto elsewhere = is_reversed || relationship.bound;
    const auto found = elsewhere ? planning_.slots.add() : relationship.slot;
    VariableExpandStep step;
    step.input = std::move(plan_);
    step.from = graph_.nodes[from].slot;
    step.relationships = found;
    step.to = graph_.nodes[to].slot;
    step.direction = direction;
    step.types = relationship.types;
    step.lower = relationship.lower;
    step.upper = relationship.upper;
    step.to_is_bound = was_solved;
    step.restriction = relationship.restriction;
    step.unlike = unlike(relationship);
    step.predicate = relationship.step_predicate;
    step.step_relationship = relationship.step_relationship;
    plan_ = make_plan(std::move(step), rows_);
    if (elsewhere) {
        auto in_order = slot_expression(found);
        if (is_reversed) in_order = call("reverse", {std::move(in_order)});
        if (relationship.bound)
            plan_ = filtered(std::move(plan_),
                             make(BinaryExpression{BinaryKind::Equal, std::move(in_order),
                                                   slot_expression(relationship.slot)}));
        else
            plan_ = make_plan(
                ProjectStep{std::move(plan_), {{relationship.slot, std::move(in_order)}}}, rows_);
    }
    solved_.insert(relationship.slot);
    reached(to, was_solved, std::nullopt);
}

void PatternPlanner::shortest(const PatternRelationship& relationship) {
    ShortestPathStep step;
    step.input = std::move(plan_);
    step.from = graph_.nodes[relationship.left].slot;
    step.relationships = relationship.slot;
    step.to = graph_.nodes[relationship.right].slot;
    step.direction = relationship.direction;
    step.types = relationship.types;
    step.lower = relationship.lower;
    step.upper = relationship.upper;
    step.all = relationship.shortest == syntax::ShortestFunction::AllShortestPaths;
    step.predicate = relationship.step_predicate;
    step.step_relationship = relationship.step_relationship;
    plan_ = make_plan(std::move(step), rows_);
    solved_.insert(relationship.slot);
    reached(relationship.right, true, std::nullopt);
}

// All that a node has to fulfil on its own, which is then seen to.
ExpressionPointer PatternPlanner::take_demands(std::size_t node) {
    auto available = solved_;
    available.insert(graph_.nodes[node].slot);
    auto all = has_labels(graph_.nodes[node].slot, graph_.nodes[node].labels);
    std::erase_if(predicates_, [&](const Predicate& predicate) {
        if (!std::ranges::includes(available, predicate.reads)) return false;
        all = conjunction(std::move(all), predicate.expression);
        return true;
    });
    return all;
}

void PatternPlanner::search(const PatternRelationship& relationship) {
    PathSearchStep step;
    step.search = *relationship.search;
    step.from_is_bound = is_solved(relationship.left);
    step.to_is_bound = is_solved(relationship.right);
    step.unlike = unlike(relationship);
    if (!step.from_is_bound)
        step.search.nodes.front().predicate = take_demands(relationship.left);
    else if (!step.to_is_bound)
        step.search.nodes.back().predicate = take_demands(relationship.right);
    step.input = std::move(plan_);
    for (const auto& output : step.search.outputs) solved_.insert(output.slot);
    solved_.insert(graph_.nodes[relationship.left].slot);
    plan_ = make_plan(std::move(step), rows_);
    solved_.insert(graph_.nodes[relationship.right].slot);
    reached(relationship.right, true, std::nullopt);
}

void PatternPlanner::follow(std::size_t number, bool from_left) {
    const auto relationship = graph_.relationships[number];
    const auto from = from_left ? relationship.left : relationship.right;
    const auto to = from_left ? relationship.right : relationship.left;
    const auto direction = from_left ? relationship.direction : reversed(relationship.direction);
    if (relationship.search)
        search(relationship);
    else if (relationship.shortest != syntax::ShortestFunction::None)
        shortest(relationship);
    else if (relationship.variable)
        expand_variable(relationship, from, to, direction, !from_left);
    else
        expand(relationship, from, to, direction);
    followed_[number] = 1;
}

void PatternPlanner::take(const Move& move) {
    if (move.index) {
        seek(move);
        return;
    }
    if (!move.relationship) {
        scan(move.node);
        return;
    }
    rows_ = comparable(move.rows);
    follow(*move.relationship, move.from_left);
}

// A node that was bound before must still be a node, not null, and have the pattern's labels.
void PatternPlanner::check_bound_nodes() {
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node) {
        if (!graph_.nodes[node].bound) continue;
        plan_ = filtered(
            std::move(plan_),
            make(UnaryExpression{UnaryKind::IsNotNull, slot_expression(graph_.nodes[node].slot)}));
        require_labels(node, std::nullopt);
    }
}

// With a bound relationship the search starts at its own ends.
void PatternPlanner::bind_start_of(const PatternRelationship& relationship) {
    const auto bound = slot_expression(relationship.slot);
    const auto start = call("startNode", {bound});
    const auto end = call("endNode", {bound});
    const auto left = graph_.nodes[relationship.left].slot;
    if (relationship.direction != ExpandDirection::Both) {
        const auto& first = relationship.direction == ExpandDirection::Outgoing ? start : end;
        plan_ = make_plan(ProjectStep{std::move(plan_), {{left, first}}}, rows_);
    } else {
        const auto is_loop = make(BinaryExpression{BinaryKind::Equal, start, end});
        const auto ends = make(CaseExpression{{{is_loop, make(ListExpression{{start}})}},
                                              make(ListExpression{{start, end}})});
        plan_ = make_plan(UnwindStep{std::move(plan_), ends, left}, rows_ * 2);
    }
    reached(relationship.left, false, std::nullopt);
}

bool PatternPlanner::follow_bound_relationship() {
    for (std::size_t number = 0; number < graph_.relationships.size(); ++number) {
        const auto& relationship = graph_.relationships[number];
        if (followed_[number] != 0 || !relationship.bound || relationship.variable) continue;
        const auto left_is_solved = is_solved(relationship.left);
        if (!left_is_solved && !is_solved(relationship.right)) {
            plan_ = filtered(
                std::move(plan_),
                make(UnaryExpression{UnaryKind::IsNotNull, slot_expression(relationship.slot)}));
            bind_start_of(relationship);
        }
        follow(number, is_solved(relationship.left));
        return true;
    }
    return false;
}

PlanPointer PatternPlanner::run(const ExpressionPointer& where) {
    take_predicates(where);
    check_bound_nodes();
    apply_named_paths();
    apply_ready_predicates();
    const auto is_done = [&] {
        for (std::size_t node = 0; node < graph_.nodes.size(); ++node)
            if (!is_solved(node)) return false;
        return std::ranges::find(followed_, 0) == followed_.end();
    };
    while (!is_done()) {
        if (follow_bound_relationship()) continue;
        auto move = best_relationship();
        if (!move.relationship) move = best_scan();
        if (!move.relationship && is_solved(move.node))
            throw Error{ErrorCode::Unsupported,
                        "The filters inside two variable-length relationships of one pattern "
                        "cannot depend on each other"};
        take(move);
    }
    expect(predicates_.empty(), "every predicate of a pattern is applied");
    return plan_;
}

} // namespace

PlanPointer plan_pattern(Planning& planning, PatternGraph graph, const ExpressionPointer& where,
                         PlanPointer input, const Scope& before) {
    return PatternPlanner{planning, std::move(graph), std::move(input), before}.run(where);
}

} // namespace lintas::query
