// Path patterns over small random multigraphs against the plain definition: try every walk, keep
// those that the pattern and the path mode allow, then choose for each pair of ends.
#include "random_path_pattern.h"
#include "random_seed.h"

#include "graph/memory_store.h"
#include "query/engine.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

namespace lintas::query {
namespace {

using namespace lintas::testing;

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
    Limits limits;
    limits.time = std::chrono::seconds{20};
    const auto cursor = engine.run(query, {}, limits);
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
