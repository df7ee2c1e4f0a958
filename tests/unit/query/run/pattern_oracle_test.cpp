// Chains of expanding steps over small random multigraphs against the plain definition of a match:
// try every assignment, keep those that the definition allows.
#include "plan_building.h"
#include "random_seed.h"

#include <catch2/catch.hpp>

#include <functional>
#include <random>
#include <set>

namespace lintas::query {
namespace {

using namespace lintas::testing;

struct RandomGraph {
    std::size_t nodes;
    std::vector<Arrow> arrows;
    std::vector<std::string> labels;
};

class Random {
public:
    explicit Random(std::uint32_t seed) : engine_{seed} {}
    std::uint32_t below(std::uint32_t bound) {
        return static_cast<std::uint32_t>(engine_() % bound);
    }
    bool chance(std::uint32_t of) { return below(of) == 0; }

private:
    std::mt19937 engine_;
};

RandomGraph random_graph(Random& random) {
    RandomGraph graph;
    graph.nodes = 1 + random.below(4);
    const auto count = random.below(6);
    for (std::uint32_t at = 0; at < count; ++at) {
        const auto nodes = static_cast<std::uint32_t>(graph.nodes);
        graph.arrows.push_back(
            {random.below(nodes), random.below(nodes), random.chance(3) ? "U" : "T"});
    }
    for (std::size_t node = 0; node < graph.nodes; ++node) {
        graph.labels.push_back(random.chance(2) ? "A" : "");
    }
    return graph;
}

// The definition. Relationships are positions among the arrows, which are also their ids.
class Oracle {
public:
    explicit Oracle(const RandomGraph& graph) : graph_{graph} {}

    bool has_type(std::uint32_t relationship, const std::vector<std::string>& types) const {
        return types.empty() ||
               std::ranges::find(types, graph_.arrows[relationship].type) != types.end();
    }

    // Where a relationship leads from a node: nowhere or to one node.
    std::optional<std::uint32_t> follow(std::uint32_t relationship, std::uint32_t from,
                                        ExpandDirection direction) const {
        const auto& arrow = graph_.arrows[relationship];
        if (direction != ExpandDirection::Incoming && arrow.source == from) return arrow.target;
        if (direction != ExpandDirection::Outgoing && arrow.target == from) return arrow.source;
        return std::nullopt;
    }

    using Found = std::function<void(const std::vector<std::uint32_t>&, std::uint32_t)>;

    // Every walk from the node, up to a length, that the restriction allows as a whole.
    void walks(const VariableExpandStep& step, std::uint32_t from, std::uint64_t longest,
               const std::function<bool(std::uint32_t)>& passes, const Found& found) const {
        std::vector<std::uint32_t> walk;
        std::vector<std::uint32_t> nodes{from};
        walk_on(step, longest, passes, found, walk, nodes);
    }

private:
    static bool all_differ(std::vector<std::uint32_t> values) {
        std::ranges::sort(values);
        return std::ranges::adjacent_find(values) == values.end();
    }

    static bool is_allowed(PathRestriction restriction, const std::vector<std::uint32_t>& walk,
                           const std::vector<std::uint32_t>& nodes) {
        if (restriction == PathRestriction::Walk) return true;
        if (!all_differ(walk)) return false;
        if (restriction == PathRestriction::Trail) return true;
        if (all_differ(nodes)) return true;
        if (restriction == PathRestriction::Acyclic) return false;
        return nodes.front() == nodes.back() && all_differ({nodes.begin() + 1, nodes.end()});
    }

    void walk_on(const VariableExpandStep& step, std::uint64_t longest,
                 const std::function<bool(std::uint32_t)>& passes, const Found& found,
                 std::vector<std::uint32_t>& walk, std::vector<std::uint32_t>& nodes) const {
        if (walk.size() >= step.lower && is_allowed(step.restriction, walk, nodes)) {
            found(walk, nodes.back());
        }
        if (walk.size() == longest) return;
        for (std::uint32_t next = 0; next < graph_.arrows.size(); ++next) {
            const auto end = follow(next, nodes.back(), step.direction);
            if (!end || !has_type(next, step.types) || !passes(next)) continue;
            // Only a walk may repeat a relationship, so nothing allowed begins with a repetition.
            const bool repeats = std::ranges::find(walk, next) != walk.end();
            if (repeats && step.restriction != PathRestriction::Walk) continue;
            walk.push_back(next);
            nodes.push_back(*end);
            walk_on(step, longest, passes, found, walk, nodes);
            walk.pop_back();
            nodes.pop_back();
        }
    }

    const RandomGraph& graph_;
};

bool is_used(const Value& value, std::uint32_t id) {
    if (value.is(ValueType::Relationship)) return value.relationship() == RelationshipId{id};
    if (!value.is(ValueType::List)) return false;
    return std::ranges::any_of(value.list(), [id](const Value& part) {
        return part.relationship() == RelationshipId{id};
    });
}

// A chain of steps and, beside it, the rows that the definition gives: by slot.
class Chain {
public:
    Chain(Random& random, const RandomGraph& graph)
        : random_{random}, graph_{graph}, oracle_{graph} {
        plan_ = plan(NodeScanStep{argument(), slot(0), std::nullopt});
        for (std::uint32_t id = 0; id < graph.nodes; ++id) rows_.push_back({node(id)});
        node_slots_ = {0};
    }

    void add_expand() {
        ExpandStep step{};
        step.input = plan_;
        step.from = slot(one_of(node_slots_));
        step.relationship = slot(next_slot());
        step.to = slot(next_slot() + 1);
        step.direction = random_direction();
        step.types = random_types();
        step.unlike = random_unlike();
        step.relationship_is_bound = !single_slots_.empty() && random_.chance(6);
        if (step.relationship_is_bound) {
            step.relationship = slot(one_of(single_slots_));
            std::erase(step.unlike, step.relationship);
        }
        step.to_is_bound = random_.chance(4);
        if (step.to_is_bound) step.to = slot(one_of(node_slots_));
        if (random_.chance(4)) step.to_label = random_.chance(5) ? "Nowhere" : "A";
        expand_rows(step);
        plan_ = plan(step);
        if (!step.to_is_bound) node_slots_.push_back(next_slot() + 1);
        if (!step.relationship_is_bound) single_slots_.push_back(next_slot());
        used_slots_ += 2;
    }

    void add_variable_expand() {
        VariableExpandStep step{};
        step.input = plan_;
        step.from = slot(one_of(node_slots_));
        step.relationships = slot(next_slot());
        step.to = slot(next_slot() + 1);
        step.direction = random_direction();
        step.types = random_types();
        step.lower = random_.below(3);
        step.upper = random_.below(4);
        step.restriction = random_restriction();
        step.unlike = random_unlike();
        step.step_relationship = slot(15);
        const bool is_walk = step.restriction == PathRestriction::Walk;
        if (!is_walk && random_.chance(3)) step.upper = std::nullopt;
        if (random_.chance(4)) step.lower = 0;
        step.to_is_bound = random_.chance(4);
        if (step.to_is_bound) step.to = slot(one_of(node_slots_));
        if (random_.chance(3)) step.predicate = random_predicate(step.from);
        step.distinct_ends = random_.chance(3);
        step.relationships_unread = !step.distinct_ends && random_.chance(5);
        variable_expand_rows(step);
        plan_ = plan(step);
        if (!step.to_is_bound) node_slots_.push_back(next_slot() + 1);
        const bool has_list = !step.distinct_ends && !step.relationships_unread;
        if (has_list) list_slots_.push_back(next_slot());
        used_slots_ += 2;
    }

    void check(const Snapshot& graph) const {
        std::vector<std::uint32_t> read = node_slots_;
        read.insert(read.end(), single_slots_.begin(), single_slots_.end());
        read.insert(read.end(), list_slots_.begin(), list_slots_.end());
        Rows wanted;
        for (const auto& row : rows_) {
            wanted.emplace_back();
            for (const auto at : read) wanted.back().push_back(row[at]);
        }
        const auto found = run(plan_, graph, read);
        CHECK(sorted_texts(found) == sorted_texts(wanted));
        CHECK(std::ranges::is_sorted(found, {}, [](const auto& row) { return row[0].node(); }));
    }

    std::size_t row_count() const { return rows_.size(); }

private:
    std::uint32_t next_slot() const { return used_slots_; }
    std::uint32_t one_of(const std::vector<std::uint32_t>& slots) {
        return slots[random_.below(static_cast<std::uint32_t>(slots.size()))];
    }
    ExpandDirection random_direction() { return static_cast<ExpandDirection>(random_.below(3)); }
    PathRestriction random_restriction() {
        return random_.chance(2) ? PathRestriction::Trail
                                 : static_cast<PathRestriction>(random_.below(4));
    }
    std::vector<std::string> random_types() {
        if (random_.chance(2)) return {};
        if (random_.chance(6)) return {"Nothing"};
        return random_.chance(3) ? std::vector<std::string>{"U", "T"}
                                 : std::vector<std::string>{"T"};
    }
    std::vector<Slot> random_unlike() {
        std::vector<Slot> unlike;
        for (const auto at : single_slots_) {
            if (!random_.chance(4)) unlike.push_back(slot(at));
        }
        for (const auto at : list_slots_) {
            if (!random_.chance(4)) unlike.push_back(slot(at));
        }
        return unlike;
    }
    // r.w > a bound that depends on the row: the number of the node that the step starts from.
    static ExpressionPointer random_predicate(Slot from) {
        return binary(BinaryKind::GreaterOrEqual, property(variable(15), "w"),
                      property(expression(SlotExpression{from}), "v"));
    }

    bool unlike_allows(const std::vector<Slot>& unlike, const std::vector<Value>& row,
                       std::uint32_t id) const {
        return std::ranges::none_of(
            unlike, [&](Slot used) { return is_used(row[static_cast<std::size_t>(used)], id); });
    }
    static void put(std::vector<Value>& row, Slot at, Value value) {
        if (row.size() <= static_cast<std::size_t>(at))
            row.resize(static_cast<std::size_t>(at) + 1);
        row[static_cast<std::size_t>(at)] = std::move(value);
    }
    static std::uint32_t node_in(const std::vector<Value>& row, Slot at) {
        return raw(row[static_cast<std::size_t>(at)].node());
    }

    void expand_rows(const ExpandStep& step) {
        std::vector<std::vector<Value>> next;
        for (const auto& row : rows_) {
            for (std::uint32_t id = 0; id < graph_.arrows.size(); ++id) {
                if (step.relationship_is_bound &&
                    !is_used(row[static_cast<std::size_t>(step.relationship)], id)) {
                    continue;
                }
                const auto end = oracle_.follow(id, node_in(row, step.from), step.direction);
                if (!end || !oracle_.has_type(id, step.types)) continue;
                if (!unlike_allows(step.unlike, row, id)) continue;
                if (step.to_is_bound && node_in(row, step.to) != *end) continue;
                if (step.to_label && graph_.labels[*end] != *step.to_label) continue;
                auto match = row;
                put(match, step.relationship, relationship(id));
                put(match, step.to, node(*end));
                next.push_back(std::move(match));
            }
        }
        rows_ = std::move(next);
        for (auto& row : rows_) row.resize(16);
    }

    void variable_expand_rows(const VariableExpandStep& step) {
        std::vector<std::vector<Value>> next;
        const auto longest = step.upper.value_or(graph_.arrows.size());
        for (const auto& row : rows_) {
            const auto from = node_in(row, step.from);
            std::set<std::uint32_t> ends;
            const auto passes = [&](std::uint32_t id) {
                if (!unlike_allows(step.unlike, row, id)) return false;
                return !step.predicate || id >= from;
            };
            oracle_.walks(step, from, longest, passes,
                          [&](const std::vector<std::uint32_t>& walk, std::uint32_t end) {
                              if (step.to_is_bound && node_in(row, step.to) != end) return;
                              if (step.distinct_ends && !ends.insert(end).second) return;
                              auto match = row;
                              List list;
                              for (const auto id : walk) list.push_back(relationship(id));
                              put(match, step.relationships, Value{std::move(list)});
                              put(match, step.to, node(end));
                              next.push_back(std::move(match));
                          });
        }
        rows_ = std::move(next);
        for (auto& row : rows_) row.resize(16);
    }

    Random& random_;
    const RandomGraph& graph_;
    Oracle oracle_;
    PlanPointer plan_;
    std::vector<std::vector<Value>> rows_;
    std::vector<std::uint32_t> node_slots_;
    std::vector<std::uint32_t> single_slots_; // relationships
    std::vector<std::uint32_t> list_slots_;   // lists of relationships
    std::uint32_t used_slots_ = 1;
};

} // namespace

TEST_CASE("Chains of expanding steps give what the definition of a match gives", "[run][oracle]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    Random random{seed};
    constexpr int graphs = 3000;
    constexpr std::size_t enough_rows = 100;
    for (int round = 0; round < graphs; ++round) {
        CAPTURE(round);
        const auto graph = random_graph(random);
        const auto snapshot = graph_of(graph.nodes, graph.arrows, graph.labels);
        Chain chain{random, graph};
        const auto steps = 1 + random.below(3);
        for (std::uint32_t step = 0; step < steps && chain.row_count() < enough_rows; ++step) {
            if (random.chance(2)) {
                chain.add_expand();
            } else {
                chain.add_variable_expand();
            }
        }
        chain.check(*snapshot);
    }
}

} // namespace lintas::query
