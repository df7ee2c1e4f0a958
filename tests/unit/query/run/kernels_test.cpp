// The typed kernels against the operators on single values: the same columns boxed and typed.
#include "graph/compare.h"
#include "graph/error.h"
#include "query/functions/operators.h"
#include "query/run/arithmetic.h"
#include "query/run/comparison.h"
#include "query/run/membership.h"
#include "query/run/text_test.h"
#include "random_seed.h"
#include "random_value.h"

#include <catch2/catch.hpp>

#include <functional>
#include <optional>

namespace lintas::query {
namespace {

using testing::RandomValues;

constexpr std::size_t row_count = 8;

// Values that often share a type, so that the typed kernels have work; sometimes null.
Boxed random_values(RandomValues& random) {
    const auto kind = random.below(6);
    Boxed values(row_count);
    for (auto& value : values) {
        if (random.below(6) == 0) continue;
        if (kind == 0) value = random.integer();
        if (kind == 1) value = random.floating();
        if (kind == 2) value = random.text();
        if (kind == 3) value = random.below(2) == 0;
        if (kind == 4) value = NodeId{static_cast<std::uint32_t>(random.below(3))};
        if (kind == 5) value = random.any(1);
    }
    return values;
}

// Boxed values in one of the ways in which a column may hold them.
Column random_column(RandomValues& random, Boxed& values) {
    const auto form = random.below(3);
    if (form == 0) return Column{values};
    if (form == 1) return typed_column(values);
    values.assign(row_count, values.front());
    return Column{Constant{values.front(), row_count}};
}

using Operation = std::function<Value(const Value&, const Value&)>;
using Kernel = std::function<Column(const Column&, const Column&)>;

// What the single-value operator gives for each row; nullopt if it throws for one.
std::optional<std::vector<std::string>> one_by_one(const Boxed& left, const Boxed& right,
                                                   const Operation& operation) {
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < row_count; ++row) {
        try {
            texts.push_back(to_text(operation(left[row], right[row])));
        } catch (const Error&) {
            return std::nullopt;
        }
    }
    return texts;
}

std::optional<std::vector<std::string>> all_at_once(const Column& left, const Column& right,
                                                    const Kernel& kernel) {
    try {
        const auto column = kernel(left, right);
        REQUIRE(column.size() == row_count);
        std::vector<std::string> texts;
        for (std::size_t row = 0; row < row_count; ++row)
            texts.push_back(to_text(column.value(row)));
        return texts;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void check_kernel(const Operation& operation, const Kernel& kernel) {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    RandomValues random{seed};
    for (int round = 0; round < 1500; ++round) {
        auto left = random_values(random);
        auto right = random_values(random);
        const auto left_column = random_column(random, left);
        const auto right_column = random_column(random, right);
        CAPTURE(round, to_text(Value{List{left}}), to_text(Value{List{right}}));
        CHECK(all_at_once(left_column, right_column, kernel) == one_by_one(left, right, operation));
    }
}

Value ordered(const Value& left, const Value& right,
              const std::function<bool(std::partial_ordering)>& holds) {
    const auto order = compare(left, right);
    return truth(order ? std::optional{holds(*order)} : std::nullopt);
}

} // namespace

TEST_CASE("Equality over columns is equality of values", "[run][kernel]") {
    check_kernel([](const Value& left, const Value& right) { return truth(equal(left, right)); },
                 [](const Column& left, const Column& right) {
                     return compare_columns(BinaryKind::Equal, left, right);
                 });
    check_kernel(
        [](const Value& left, const Value& right) {
            const auto same = equal(left, right);
            return truth(same ? std::optional{!*same} : same);
        },
        [](const Column& left, const Column& right) {
            return compare_columns(BinaryKind::NotEqual, left, right);
        });
}

TEST_CASE("Order over columns is comparability of values", "[run][kernel]") {
    using Order = std::partial_ordering;
    const std::pair<BinaryKind, std::function<bool(Order)>> kinds[] = {
        {BinaryKind::Less, [](Order order) { return order < 0; }},
        {BinaryKind::LessOrEqual, [](Order order) { return order <= 0; }},
        {BinaryKind::Greater, [](Order order) { return order > 0; }},
        {BinaryKind::GreaterOrEqual, [](Order order) { return order >= 0; }},
    };
    for (const auto& [kind, holds] : kinds) {
        check_kernel(
            [&](const Value& left, const Value& right) { return ordered(left, right, holds); },
            [&](const Column& left, const Column& right) {
                return compare_columns(kind, left, right);
            });
    }
}

TEST_CASE("Arithmetic over columns is arithmetic on values", "[run][kernel]") {
    const std::pair<BinaryKind, Value (*)(const Value&, const Value&)> kinds[] = {
        {BinaryKind::Add, add},
        {BinaryKind::Subtract, subtract},
        {BinaryKind::Multiply, multiply},
        {BinaryKind::Divide, divide},
        {BinaryKind::Modulo, modulo},
        {BinaryKind::Power, power},
        {BinaryKind::Concatenate, concatenate},
    };
    for (const auto& [kind, operation] : kinds) {
        check_kernel(operation, [&](const Column& left, const Column& right) {
            return compute_columns(kind, left, right);
        });
    }
}

TEST_CASE("Tests of texts over columns are those of values", "[run][kernel]") {
    const std::pair<BinaryKind, Value (*)(const Value&, const Value&)> kinds[] = {
        {BinaryKind::StartsWith, starts_with},
        {BinaryKind::EndsWith, ends_with},
        {BinaryKind::Contains, contains},
    };
    for (const auto& [kind, operation] : kinds) {
        check_kernel(operation, [&](const Column& left, const Column& right) {
            return test_texts(kind, left, right);
        });
    }
}

TEST_CASE("Membership over columns is membership of values", "[run][kernel]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    RandomValues random{seed};
    ListSets sets;
    for (int round = 0; round < 1500; ++round) {
        auto values = random_values(random);
        const auto column = random_column(random, values);
        List elements(random.below(8));
        for (auto& element : elements) element = random.any(1);
        const Value list{elements};
        const auto found = test_membership(column, Column{Constant{list, row_count}}, sets);
        CAPTURE(to_text(Value{List{values}}), to_text(list));
        for (std::size_t row = 0; row < row_count; ++row) {
            CHECK(to_text(found.value(row)) == to_text(in_list(values[row], list)));
        }
    }
}

TEST_CASE("A row that is null does not overflow", "[run][kernel]") {
    const Column large{Integers{INT64_MAX, 1}, {1, 0}};
    const auto sum = compute_columns(BinaryKind::Add, large, Column{Integers{1, 1}});
    CHECK(sum.is_null(0));
    CHECK(sum.value(1).integer() == 2);
    CHECK_THROWS_AS(compute_columns(BinaryKind::Add, Column{Integers{INT64_MAX}},
                                    Column{Constant{Value{1}, 1}}),
                    Error);
}

} // namespace lintas::query
