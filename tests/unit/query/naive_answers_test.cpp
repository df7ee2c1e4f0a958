// Random queries on three-valued logic and on aggregation against answers worked out naively.
#include "graph/memory_store.h"
#include "graph/print.h"
#include "query/engine.h"
#include "random_seed.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <random>

using namespace lintas;
using namespace lintas::query;

namespace {

using Truth = std::optional<bool>;

class Random {
public:
    explicit Random(std::uint32_t seed) : engine_{seed} {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(limit)); }

private:
    std::mt19937 engine_;
};

std::vector<std::vector<Value>> answer(Store& store, const std::string& text) {
    Engine engine{store};
    const auto cursor = engine.run(text);
    std::vector<std::vector<Value>> rows;
    for (std::vector<Value> row; cursor->next(row);) rows.push_back(row);
    return rows;
}

Truth conjunction(Truth left, Truth right) {
    if (left == false || right == false) return false;
    if (!left || !right) return {};
    return true;
}
Truth negation(Truth value) { return value ? Truth{!*value} : Truth{}; }
Truth disjunction(Truth left, Truth right) {
    return negation(conjunction(negation(left), negation(right)));
}

struct Formula {
    std::string text;
    Truth value;
};

// a, b and c are variables of the query, so that nothing is known before it runs.
Formula random_formula(Random& random, const std::vector<Truth>& variables, int depth) {
    if (depth == 0) {
        const auto at = random.below(static_cast<int>(variables.size()));
        return {std::string(1, static_cast<char>('a' + at)),
                variables[static_cast<std::size_t>(at)]};
    }
    const auto left = random_formula(random, variables, depth - 1);
    const auto right = random_formula(random, variables, depth - 1);
    const auto joined = [&](std::string_view word) {
        return fmt::format("({} {} {})", left.text, word, right.text);
    };
    switch (random.below(7)) {
    case 0: return {joined("AND"), conjunction(left.value, right.value)};
    case 1: return {joined("OR"), disjunction(left.value, right.value)};
    case 2:
        return {joined("XOR"),
                left.value && right.value ? Truth{*left.value != *right.value} : Truth{}};
    case 3: return {fmt::format("(NOT {})", left.text), negation(left.value)};
    case 4: return {fmt::format("({} IS NULL)", left.text), !left.value.has_value()};
    case 5:
        return {joined("="),
                left.value && right.value ? Truth{*left.value == *right.value} : Truth{}};
    default:
        return {fmt::format("any(x IN [{}, {}] WHERE x)", left.text, right.text),
                disjunction(left.value, right.value)};
    }
}

std::string text_of(Truth value) { return !value ? "null" : *value ? "true" : "false"; }

std::string text_of(const std::optional<int>& value) {
    return value ? std::to_string(*value) : "null";
}

} // namespace

TEST_CASE("Random formulas have the value that a truth table gives", "[engine][random]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    Random random{seed};
    const auto store = make_memory_store();
    for (int round = 0; round < 300; ++round) {
        std::vector<Truth> variables;
        for (int i = 0; i < 3; ++i) {
            const auto kind = random.below(3);
            variables.push_back(kind == 0 ? Truth{} : Truth{kind == 1});
        }
        const auto formula = random_formula(random, variables, 1 + random.below(4));
        const auto given =
            fmt::format("UNWIND [[{}, {}, {}]] AS v WITH v[0] AS a, v[1] AS b, v[2] AS c ",
                        text_of(variables[0]), text_of(variables[1]), text_of(variables[2]));
        INFO(given << "RETURN " << formula.text);
        const auto rows = answer(*store, given + "RETURN " + formula.text + " AS f");
        REQUIRE(rows.size() == 1);
        CHECK(to_text(rows[0][0]) == text_of(formula.value));
        const auto kept =
            answer(*store, given + "WITH a, b, c WHERE " + formula.text + " RETURN a");
        CHECK(kept.size() == (formula.value == true ? 1 : 0));
    }
}

TEST_CASE("Random groups have the aggregates that a loop gives", "[engine][random]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    Random random{seed};
    const auto store = make_memory_store();
    for (int round = 0; round < 100; ++round) {
        std::map<int, std::vector<std::optional<int>>> groups;
        std::string list;
        const auto count = random.below(60);
        for (int i = 0; i < count; ++i) {
            const auto key = random.below(5);
            const auto value =
                random.below(4) == 0 ? std::optional<int>{} : std::optional{random.below(10) - 5};
            groups[key].push_back(value);
            list += fmt::format("{}[{}, {}]", i == 0 ? "" : ", ", key, text_of(value));
        }
        const auto query = fmt::format(
            "UNWIND [{}] AS r WITH r[0] AS k, r[1] AS v "
            "RETURN k, count(*), count(v), sum(v), min(v), max(v), collect(v), count(DISTINCT v) "
            "ORDER BY k",
            list);
        INFO(query);
        const auto rows = answer(*store, query);
        REQUIRE(rows.size() == groups.size());
        auto row = rows.begin();
        for (const auto& [key, values] : groups) {
            std::vector<int> present;
            for (const auto& value : values)
                if (value) present.push_back(*value);
            auto sorted = present;
            std::ranges::sort(sorted);
            const auto repeated = std::ranges::unique(sorted);
            const auto distinct = sorted.size() - repeated.size();
            const auto sum = std::accumulate(present.begin(), present.end(), 0);
            std::string shown;
            for (const auto& value : *row++) shown += to_text(value) + " ";
            CHECK(shown ==
                  fmt::format("{} {} {} {} {} {} [{}] {} ", key, values.size(), present.size(), sum,
                              present.empty() ? "null" : std::to_string(sorted.front()),
                              present.empty() ? "null"
                                              : std::to_string(*std::ranges::max_element(present)),
                              fmt::join(present, ", "), distinct));
        }
    }
}
