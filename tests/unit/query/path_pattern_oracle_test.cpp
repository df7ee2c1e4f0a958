// Path patterns over small random multigraphs against the plain definition: try every walk, keep
// those that the pattern and the path mode allow, then choose for each pair of ends.
#include "random_seed.h"

#include "graph/memory_store.h"
#include "query/engine.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

namespace lintas::query {
namespace {

using namespace lintas::testing;

struct Arrow {
    std::size_t source, target;
    std::string type;
};
struct Graph {
    std::vector<bool> has_label; // by node: A
    std::vector<Arrow> arrows;
};

enum class Arrows { Right, Left, Either };
struct Hop {
    Arrows arrows = Arrows::Right;
    std::string type;             // any when empty
    std::size_t least_weight = 0; // of the relationship: its number
    std::string relationship;     // name
    bool label = false;           // must the node behind have it
    std::string node;             // name
};
enum class PartKind { Plain, RepeatedRelationship, RepeatedPath };
struct Part {
    PartKind kind = PartKind::Plain;
    std::vector<Hop> hops;
    std::string first_node;    // name, of a repeated path
    bool is_ascending = false; // first.v <= last.v in each repetition
    std::size_t lower = 1;
    std::optional<std::size_t> upper = 1;
    std::string node; // name of the node behind
};
enum class Mode { None, Trail, Acyclic, Simple, Walk };
enum class Choice { All, Shortest, Groups };
struct Pattern {
    bool repeatable = false;
    std::string selector;
    Choice choice = Choice::All;
    std::size_t count = 1;
    Mode mode = Mode::None;
    std::optional<std::size_t> from, to; // ids of the ends
    bool from_label = false, to_label = false;
    bool is_cycle = false; // the last node is the first
    std::vector<Part> parts;
    std::size_t least_length = 0;       // before the choice
    std::size_t least_length_after = 0; // after it

    bool is_walk() const { return repeatable; }
};

class Random {
public:
    explicit Random(std::uint32_t seed) : engine_{seed} {}
    std::size_t below(std::size_t bound) { return engine_() % bound; }
    bool chance(std::size_t of) { return below(of) == 0; }

private:
    std::mt19937 engine_;
};

// Walks are many, and so are trails around few nodes.
Graph random_graph(Random& random, bool for_walks) {
    Graph graph;
    const auto nodes = 1 + random.below(5);
    for (std::size_t node = 0; node < nodes; ++node) graph.has_label.push_back(random.chance(2));
    const auto most = for_walks ? 3 : std::min<std::size_t>(7, 3 + nodes);
    for (auto count = random.below(most + 1); count > 0; --count)
        graph.arrows.push_back(
            {random.below(nodes), random.below(nodes), random.chance(3) ? "U" : "T"});
    return graph;
}

std::unique_ptr<Store> store_of(const Graph& graph) {
    auto store = make_memory_store();
    const auto transaction = store->begin();
    for (std::size_t node = 0; node < graph.has_label.size(); ++node) {
        std::vector<LabelId> labels;
        if (graph.has_label[node]) labels.push_back(transaction->label("A"));
        const auto id = transaction->create_node(labels);
        transaction->set_property(id, transaction->key("v"), static_cast<std::int64_t>(node));
    }
    std::int64_t weight = 0;
    for (const auto& [source, target, type] : graph.arrows) {
        const auto id = transaction->create_relationship(
            NodeId{static_cast<std::uint32_t>(source)}, transaction->type(type),
            NodeId{static_cast<std::uint32_t>(target)});
        transaction->set_property(id, transaction->key("w"), weight++);
    }
    transaction->commit();
    return store;
}

class PatternMaker {
public:
    explicit PatternMaker(Random& random) : random_{random} {}

    Pattern make(const Graph& graph, bool repeatable) {
        Pattern pattern;
        pattern.repeatable = repeatable;
        choose(pattern);
        if (!pattern.repeatable && random_.chance(2))
            pattern.mode = static_cast<Mode>(random_.below(4));
        if (random_.chance(2)) pattern.from = random_.below(graph.has_label.size());
        if (random_.chance(3)) pattern.to = random_.below(graph.has_label.size());
        pattern.from_label = random_.chance(4);
        pattern.to_label = random_.chance(4);
        pattern.is_cycle = random_.chance(8);
        const auto parts = 1 + random_.below(repeatable ? 2 : 3);
        const bool bounded = pattern.repeatable;
        for (std::size_t at = 0; at < parts; ++at)
            pattern.parts.push_back(part(bounded && pattern.choice == Choice::All));
        if (pattern.repeatable) calm(pattern);
        pattern.parts.back().node = pattern.is_cycle ? "a" : "b";
        if (random_.chance(5)) pattern.least_length = random_.below(4);
        if (random_.chance(5)) pattern.least_length_after = random_.below(3);
        return pattern;
    }

private:
    void choose(Pattern& pattern) {
        const auto k = 1 + random_.below(3);
        pattern.count = k;
        switch (random_.below(7)) {
        case 0: pattern.selector = fmt::format("SHORTEST {}", k); break;
        case 1: pattern.selector = fmt::format("ANY {} PATHS", k); break;
        case 2: pattern.selector = fmt::format("SHORTEST {} PATH GROUPS", k); break;
        case 3:
            pattern.selector = "ALL SHORTEST";
            pattern.count = 1;
            break;
        case 4:
            pattern.selector = random_.chance(2) ? "ANY SHORTEST" : "ANY";
            pattern.count = 1;
            break;
        default: return;
        }
        const bool groups = pattern.selector.ends_with("GROUPS") || pattern.selector[1] == 'L';
        pattern.choice = groups ? Choice::Groups : Choice::Shortest;
    }

    // A search among walks that a filter rejects for ever would not end.
    static void calm(Pattern& pattern) {
        for (auto& part : pattern.parts)
            if (!part.upper) part.is_ascending = false;
        pattern.least_length = 0;
    }

    Hop hop(bool is_last) {
        Hop hop;
        hop.arrows = static_cast<Arrows>(random_.below(3));
        if (random_.chance(2)) hop.type = "T";
        if (random_.chance(4)) hop.least_weight = random_.below(3);
        hop.label = !is_last && random_.chance(4);
        hop.relationship = fmt::format("r{}", names_++);
        hop.node = fmt::format("n{}", names_++);
        return hop;
    }

    Part part(bool bounded) {
        Part part;
        part.node = fmt::format("m{}", names_++);
        part.kind = static_cast<PartKind>(random_.below(3));
        const auto hops =
            part.kind == PartKind::RepeatedPath ? 1 + random_.below(2) : std::size_t{1};
        for (std::size_t at = 0; at < hops; ++at)
            part.hops.push_back(hop(part.kind != PartKind::RepeatedPath));
        if (part.kind == PartKind::Plain) return part;
        part.lower = random_.below(3);
        part.upper = std::max<std::size_t>(1, part.lower + random_.below(3));
        if (!bounded && random_.chance(2)) part.upper.reset();
        if (part.kind == PartKind::RepeatedRelationship) return part;
        part.first_node = fmt::format("f{}", names_++);
        part.is_ascending = random_.chance(3);
        return part;
    }

    Random& random_;
    std::size_t names_ = 0;
};

// How the pattern is written.
std::string hop_text(const Hop& hop) {
    auto inner = hop.relationship;
    if (!hop.type.empty()) inner += ":" + hop.type;
    if (hop.least_weight > 0)
        inner += fmt::format(" WHERE {}.w >= {}", hop.relationship, hop.least_weight);
    return fmt::format("{}-[{}]-{}", hop.arrows == Arrows::Left ? "<" : "", inner,
                       hop.arrows == Arrows::Right ? ">" : "");
}
std::string repetition_text(const Part& part) {
    if (!part.upper && part.lower == 0) return "*";
    if (!part.upper && part.lower == 1) return "+";
    if (part.upper == part.lower) return fmt::format("{{{}}}", part.lower);
    return fmt::format("{{{},{}}}", part.lower, part.upper ? std::to_string(*part.upper) : "");
}
std::string part_text(const Part& part) {
    switch (part.kind) {
    case PartKind::Plain: return hop_text(part.hops[0]);
    case PartKind::RepeatedRelationship: return hop_text(part.hops[0]) + repetition_text(part);
    case PartKind::RepeatedPath: break;
    }
    auto text = fmt::format(" (({})", part.first_node);
    for (const auto& hop : part.hops)
        text += hop_text(hop) + fmt::format("({}{})", hop.node, hop.label ? ":A" : "");
    if (part.is_ascending)
        text += fmt::format(" WHERE {}.v <= {}.v", part.first_node, part.hops.back().node);
    return text + ")" + repetition_text(part) + " ";
}
std::string end_text(const std::string& name, bool label, std::optional<std::size_t> id) {
    return fmt::format("({}{}{})", name, label ? ":A" : "",
                       id ? fmt::format(" {{v: {}}}", *id) : "");
}
std::string mode_text(Mode mode) {
    switch (mode) {
    case Mode::None: return "";
    case Mode::Trail: return " TRAIL ";
    case Mode::Acyclic: return " ACYCLIC ";
    case Mode::Simple: return " SIMPLE ";
    case Mode::Walk: return " WALK ";
    }
    return "";
}
std::string query_text(const Pattern& pattern) {
    auto path = end_text("a", pattern.from_label, pattern.from);
    for (const auto& part : pattern.parts) {
        const bool is_last = &part == &pattern.parts.back();
        path += part_text(part);
        path += is_last ? end_text(part.node, pattern.to_label, pattern.to)
                        : fmt::format("({})", part.node);
    }
    std::string prefix = pattern.selector;
    auto groups = std::string{};
    if (prefix.ends_with("PATH GROUPS")) {
        prefix.resize(prefix.size() - std::string{"PATH GROUPS"}.size());
        groups = " PATH GROUPS ";
    }
    if (prefix.ends_with("PATHS")) {
        prefix.resize(prefix.size() - std::string{"PATHS"}.size());
        groups = " PATHS ";
    }
    prefix += mode_text(pattern.mode) + groups;
    if (pattern.least_length > 0)
        path = fmt::format("{} (p = {} WHERE length(p) >= {})", prefix, path, pattern.least_length);
    else
        path = fmt::format("p = {} {}", prefix, path);
    auto text = fmt::format("MATCH {}{}", pattern.repeatable ? "REPEATABLE ELEMENTS " : "", path);
    if (pattern.least_length_after > 0)
        text += fmt::format(" WHERE length(p) >= {}", pattern.least_length_after);
    text += " RETURN nodes(p), relationships(p)";
    for (const auto& part : pattern.parts) {
        if (part.kind == PartKind::RepeatedPath) text += ", " + part.first_node;
        for (const auto& hop : part.hops) {
            text += ", " + hop.relationship;
            if (part.kind == PartKind::RepeatedPath) text += ", " + hop.node;
        }
        text += ", " + part.node;
    }
    return text;
}

// The definition.
struct Match {
    std::vector<std::size_t> nodes, relationships;
    // By part: where each of its repetitions begins, and where it ends.
    std::vector<std::vector<std::size_t>> repetitions;
};

class Oracle {
public:
    Oracle(const Graph& graph, const Pattern& pattern, std::size_t longest)
        : graph_{graph}, pattern_{pattern}, longest_{longest} {}

    std::vector<Match> matches() {
        for (std::size_t node = 0; node < graph_.has_label.size(); ++node) {
            if (pattern_.from && *pattern_.from != node) continue;
            if (pattern_.from_label && !graph_.has_label[node]) continue;
            match_ = {{node}, {}, std::vector<std::vector<std::size_t>>(pattern_.parts.size())};
            part(0);
        }
        return std::move(found_);
    }

private:
    void part(std::size_t number) {
        if (number == pattern_.parts.size()) {
            end();
            return;
        }
        auto& bounds = match_.repetitions[number];
        bounds.push_back(match_.nodes.size() - 1);
        repeat(number, 0);
        bounds.pop_back();
    }
    void repeat(std::size_t number, std::size_t times) {
        const auto& pattern = pattern_.parts[number];
        if (times >= pattern.lower) part(number + 1);
        if (pattern.upper && times == *pattern.upper) return;
        hop(number, times, 0);
    }
    void hop(std::size_t number, std::size_t times, std::size_t at) {
        const auto& pattern = pattern_.parts[number];
        if (at == pattern.hops.size()) {
            auto& bounds = match_.repetitions[number];
            const auto last = match_.nodes.size() - 1;
            if (pattern.is_ascending && match_.nodes[bounds.back()] > match_.nodes[last]) return;
            bounds.push_back(last);
            repeat(number, times + 1);
            bounds.pop_back();
            return;
        }
        if (match_.relationships.size() == longest_) return;
        for (std::size_t next = 0; next < graph_.arrows.size(); ++next) {
            const auto to = follow(pattern.hops[at], next);
            if (!to) continue;
            // Only a walk may repeat a relationship, so nothing allowed begins with a repetition.
            const bool repeats =
                std::ranges::find(match_.relationships, next) != match_.relationships.end();
            if (repeats && !pattern_.is_walk()) continue;
            match_.nodes.push_back(*to);
            match_.relationships.push_back(next);
            hop(number, times, at + 1);
            match_.nodes.pop_back();
            match_.relationships.pop_back();
        }
    }
    std::optional<std::size_t> follow(const Hop& hop, std::size_t number) const {
        const auto& arrow = graph_.arrows[number];
        const auto here = match_.nodes.back();
        if (!hop.type.empty() && arrow.type != hop.type) return std::nullopt;
        if (number < hop.least_weight) return std::nullopt;
        std::optional<std::size_t> to;
        if (hop.arrows != Arrows::Left && arrow.source == here)
            to = arrow.target;
        else if (hop.arrows != Arrows::Right && arrow.target == here)
            to = arrow.source;
        if (to && hop.label && !graph_.has_label[*to]) return std::nullopt;
        return to;
    }
    static bool all_differ(std::vector<std::size_t> values) {
        std::ranges::sort(values);
        return std::ranges::adjacent_find(values) == values.end();
    }
    bool fits_mode() const {
        const auto& nodes = match_.nodes;
        if (pattern_.mode == Mode::Acyclic) return all_differ(nodes);
        if (pattern_.mode != Mode::Simple || all_differ(nodes)) return true;
        return nodes.front() == nodes.back() && all_differ({nodes.begin() + 1, nodes.end()});
    }
    void end() {
        const auto last = match_.nodes.back();
        if (pattern_.to && *pattern_.to != last) return;
        if (pattern_.to_label && !graph_.has_label[last]) return;
        if (pattern_.is_cycle && match_.nodes.front() != last) return;
        if (match_.relationships.size() < pattern_.least_length || !fits_mode()) return;
        found_.push_back(match_);
    }

    const Graph& graph_;
    const Pattern& pattern_;
    std::size_t longest_;
    Match match_;
    std::vector<Match> found_;
};

template <typename Numbers> std::string numbers_text(char letter, const Numbers& numbers) {
    std::string text;
    for (const auto number : numbers)
        text += fmt::format("{}{}{}", text.empty() ? "" : " ", letter, number);
    return "[" + text + "]";
}

// The row of a match as text, in the order of query_text().
std::string row_text(const Pattern& pattern, const Match& match) {
    auto text = numbers_text('n', match.nodes) + numbers_text('r', match.relationships);
    for (std::size_t number = 0; number < pattern.parts.size(); ++number) {
        const auto& part = pattern.parts[number];
        const auto& bounds = match.repetitions[number];
        const auto column = [&](char letter, std::size_t offset) {
            std::vector<std::size_t> values;
            for (std::size_t time = 0; time + 1 < bounds.size(); ++time) {
                const auto at = bounds[time] + offset;
                values.push_back(letter == 'n' ? match.nodes[at] : match.relationships[at]);
            }
            if (part.kind == PartKind::Plain)
                text += fmt::format("{}{}", letter, values[0]);
            else
                text += numbers_text(letter, values);
        };
        if (part.kind == PartKind::RepeatedPath) column('n', 0);
        for (std::size_t hop = 0; hop < part.hops.size(); ++hop) {
            column('r', hop);
            if (part.kind == PartKind::RepeatedPath) column('n', hop + 1);
        }
        text += fmt::format("n{}", match.nodes[bounds.back()]);
    }
    return text;
}

std::string value_text(const Value& value) {
    if (value.is(ValueType::Node)) return fmt::format("n{}", raw(value.node()));
    if (value.is(ValueType::Relationship)) return fmt::format("r{}", raw(value.relationship()));
    std::string text;
    for (const auto& element : value.list())
        text += (text.empty() ? "" : " ") + value_text(element);
    return "[" + text + "]";
}

struct Found {
    std::string text;
    std::pair<std::size_t, std::size_t> ends;
    std::size_t length;
};

std::vector<Found> run(Engine& engine, const std::string& query) {
    std::vector<Found> rows;
    const auto cursor = engine.run(query, {}, {.time = std::chrono::seconds{20}});
    for (std::vector<Value> row; cursor->next(row);) {
        Found found;
        for (const auto& value : row) found.text += value_text(value);
        const auto& nodes = row[0].list();
        found.ends = {raw(nodes.front().node()), raw(nodes.back().node())};
        found.length = nodes.size() - 1;
        rows.push_back(std::move(found));
    }
    return rows;
}

std::vector<std::string> sorted_texts(const std::vector<Found>& rows) {
    std::vector<std::string> texts;
    for (const auto& row : rows) texts.push_back(row.text);
    std::ranges::sort(texts);
    return texts;
}

// All candidates of one pair of ends, shorter ones first, and what was chosen among them.
void check_choice(const Pattern& pattern, const std::vector<Found>& candidates,
                  const std::vector<Found>& chosen, std::size_t longest) {
    const auto lengths = [&](const std::vector<Found>& rows, std::size_t at_most) {
        std::vector<std::size_t> all;
        for (const auto& row : rows)
            if (row.length <= longest && row.length >= pattern.least_length_after &&
                all.size() < at_most)
                all.push_back(row.length);
        return all;
    };
    auto wanted = candidates;
    if (wanted.size() > pattern.count) wanted.resize(pattern.count);
    CHECK(lengths(chosen, 1000) == lengths(wanted, 1000));
    auto left = sorted_texts(candidates);
    for (const auto& row : chosen) {
        if (row.length > longest) continue;
        const auto found = std::ranges::find(left, row.text);
        REQUIRE(found != left.end());
        left.erase(found);
    }
}

std::vector<Found> chosen_groups(const Pattern& pattern, const std::vector<Found>& candidates) {
    std::vector<Found> chosen;
    std::vector<std::size_t> lengths;
    for (const auto& row : candidates) {
        if (lengths.empty() || lengths.back() != row.length) lengths.push_back(row.length);
        if (lengths.size() > pattern.count) break;
        chosen.push_back(row);
    }
    return chosen;
}

// The choice for a pair is the same whether one end is known or both, down to the order.
void check_ends(Engine& engine, const Pattern& pattern, const std::vector<Found>& rows) {
    auto bound = pattern;
    bound.from = rows.back().ends.first;
    bound.to = rows.back().ends.second;
    std::vector<std::string> wanted;
    for (const auto& row : rows)
        if (row.ends == rows.back().ends) wanted.push_back(row.text);
    std::vector<std::string> found;
    for (const auto& row : run(engine, query_text(bound))) found.push_back(row.text);
    CHECK(found == wanted);
}

void check(const Graph& graph, const Pattern& pattern) {
    const auto query = query_text(pattern);
    CAPTURE(query);
    const auto longest = pattern.is_walk() ? std::size_t{6} : graph.arrows.size();
    const auto store = store_of(graph);
    Engine engine{*store};
    const auto rows = run(engine, query);
    if (pattern.choice != Choice::All && !rows.empty()) check_ends(engine, pattern, rows);

    std::map<std::pair<std::size_t, std::size_t>, std::vector<Found>> candidates;
    for (const auto& match : Oracle{graph, pattern, longest}.matches()) {
        const std::pair ends{match.nodes.front(), match.nodes.back()};
        candidates[ends].push_back({row_text(pattern, match), ends, match.relationships.size()});
    }
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Found>> chosen;
    for (const auto& row : rows) chosen[row.ends].push_back(row);
    for (const auto& [ends, some] : chosen) CHECK((candidates.contains(ends) || pattern.is_walk()));
    for (auto& [ends, all] : candidates) {
        CAPTURE(ends);
        std::ranges::stable_sort(all, {}, &Found::length);
        if (pattern.choice == Choice::Shortest) {
            check_choice(pattern, all, chosen[ends], longest);
            continue;
        }
        auto wanted = pattern.choice == Choice::Groups ? chosen_groups(pattern, all) : all;
        std::erase_if(wanted,
                      [&](const Found& row) { return row.length < pattern.least_length_after; });
        auto found = chosen[ends];
        std::erase_if(found, [&](const Found& row) { return row.length > longest; });
        CHECK(sorted_texts(found) == sorted_texts(wanted));
    }
}

} // namespace

TEST_CASE("Path patterns find what trying all walks finds", "[oracle]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    Random random{seed};
    constexpr int rounds = 3000;
    for (int round = 0; round < rounds; ++round) {
        CAPTURE(round);
        const bool repeatable = random.chance(4);
        const auto graph = random_graph(random, repeatable);
        check(graph, PatternMaker{random}.make(graph, repeatable));
    }
}

} // namespace lintas::query
