// Random path patterns over small random multigraphs, and how they are written as queries.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace lintas::testing {

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
inline Graph random_graph(Random& random, bool for_walks) {
    Graph graph;
    const auto nodes = 1 + random.below(5);
    for (std::size_t node = 0; node < nodes; ++node) graph.has_label.push_back(random.chance(2));
    const auto most = for_walks ? 3 : std::min<std::size_t>(7, 3 + nodes);
    for (auto count = random.below(most + 1); count > 0; --count)
        graph.arrows.push_back(
            {random.below(nodes), random.below(nodes), random.chance(3) ? "U" : "T"});
    return graph;
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
inline std::string hop_text(const Hop& hop) {
    auto inner = hop.relationship;
    if (!hop.type.empty()) inner += ":" + hop.type;
    if (hop.least_weight > 0)
        inner += fmt::format(" WHERE {}.w >= {}", hop.relationship, hop.least_weight);
    return fmt::format("{}-[{}]-{}", hop.arrows == Arrows::Left ? "<" : "", inner,
                       hop.arrows == Arrows::Right ? ">" : "");
}
inline std::string repetition_text(const Part& part) {
    if (!part.upper && part.lower == 0) return "*";
    if (!part.upper && part.lower == 1) return "+";
    if (part.upper == part.lower) return fmt::format("{{{}}}", part.lower);
    return fmt::format("{{{},{}}}", part.lower, part.upper ? std::to_string(*part.upper) : "");
}
inline std::string part_text(const Part& part) {
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
inline std::string end_text(const std::string& name, bool label, std::optional<std::size_t> id) {
    return fmt::format("({}{}{})", name, label ? ":A" : "",
                       id ? fmt::format(" {{v: {}}}", *id) : "");
}
inline std::string mode_text(Mode mode) {
    switch (mode) {
    case Mode::None: return "";
    case Mode::Trail: return " TRAIL ";
    case Mode::Acyclic: return " ACYCLIC ";
    case Mode::Simple: return " SIMPLE ";
    case Mode::Walk: return " WALK ";
    }
    return "";
}
inline std::string query_text(const Pattern& pattern) {
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

} // namespace lintas::testing
