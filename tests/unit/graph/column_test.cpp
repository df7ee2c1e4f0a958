#include "graph/column.h"

#include "graph/compare.h"

#include <catch2/catch.hpp>

#include "random_seed.h"
#include "random_value.h"

using namespace lintas;

namespace {

std::vector<std::string> texts(const Column& column) {
    std::vector<std::string> all;
    for (std::size_t row = 0; row < column.size(); ++row) {
        all.push_back(to_text(column.value(row)));
        CHECK(column.is_null(row) == column.value(row).is_null());
    }
    return all;
}

using Texts = std::vector<std::string>;

// What a column says of itself is true.
void check_invariant(const Column& column) {
    if (column.may_be_null()) CHECK(column.nulls().size() == column.size());
    if (column.get<Boxed>()) CHECK_FALSE(column.may_be_null());
}

Column random_column(testing::RandomValues& random) {
    Boxed values(random.below(5));
    const auto shape = random.below(6);
    const auto constant = random.any();
    for (auto& value : values) {
        if (shape == 0) value = random.integer();
        if (shape == 1) value = random.text();
        if (shape == 2) value = random.below(2) == 0;
        if (shape == 3) value = random.any();
        if (shape == 4 && random.below(2) == 0) value = random.floating();
    }
    if (shape == 5) return Column{Constant{constant, values.size()}};
    return typed_column(std::move(values));
}

} // namespace

TEST_CASE("A column of each type gives back its values", "[graph][column]") {
    CHECK(texts(Column{}) == Texts{});
    CHECK(texts(Column{Booleans{1, 0}}) == Texts{"true", "false"});
    CHECK(texts(Column{Integers{1, 2}, {0, 1}}) == Texts{"1", "null"});
    CHECK(texts(Column{Floats{1.5}}) == Texts{"1.5"});
    CHECK(texts(Column{Strings{"a", "b"}}) == Texts{"'a'", "'b'"});
    CHECK(texts(Column{Nodes{NodeId{3}}}) == Texts{"(n:3)"});
    CHECK(texts(Column{Relationships{RelationshipId{3}}}) == Texts{"[r:3]"});
    CHECK(texts(Column{Boxed{1, {}, "x"}}) == Texts{"1", "null", "'x'"});
    CHECK(texts(Column{Constant{7, 2}}) == Texts{"7", "7"});
    CHECK(texts(Column{Constant{{}, 2}}) == Texts{"null", "null"});
    CHECK(texts(Column{Constant{7, 2}, {0, 1}}) == Texts{"7", "null"});
}

TEST_CASE("Rows are selected in any order, also more than once", "[graph][column]") {
    const std::vector<std::uint32_t> rows{2, 0, 2};
    const Column numbers{Integers{10, 20, 30}, {1, 0, 0}};

    const auto chosen = numbers.select(rows);
    CHECK(chosen.get<Integers>());
    CHECK(texts(chosen) == Texts{"30", "null", "30"});
    CHECK(Column{Constant{1, 3}}.select(rows).get<Constant>()->rows == 3);
    CHECK(texts(Column{Boxed{1, 2, "c"}}.select(rows)) == Texts{"'c'", "1", "'c'"});
    CHECK(numbers.select({}).size() == 0);
}

TEST_CASE("Columns of one type stay typed when they are joined", "[graph][column]") {
    Column column{Integers{1}};
    column.append(Column{Integers{2, 0}, {0, 1}});
    CHECK(column.get<Integers>());
    CHECK(texts(column) == Texts{"1", "2", "null"});
    column.append(Column{Constant{9, 2}});
    CHECK(column.get<Integers>());
    column.append(Column{Constant{{}, 1}});
    CHECK(column.get<Integers>());
    CHECK(texts(column) == Texts{"1", "2", "null", "9", "9", "null"});
}

TEST_CASE("Columns of different types are boxed when they are joined", "[graph][column]") {
    Column column{Integers{1, 0}, {0, 1}};
    column.append(Column{Floats{0.5}});
    CHECK(column.get<Boxed>());
    check_invariant(column);
    CHECK(texts(column) == Texts{"1", "null", "0.5"});
}

TEST_CASE("Constants stay constant while the value is the same", "[graph][column]") {
    Column column{Constant{"a", 2}};
    column.append(Column{Constant{"a", 1}});
    REQUIRE(column.get<Constant>());
    CHECK(column.size() == 3);
    column.append(Column{Constant{"b", 1}});
    CHECK(column.get<Strings>());
    CHECK(texts(column) == Texts{"'a'", "'a'", "'a'", "'b'"});
}

TEST_CASE("Equivalent constants that print differently are kept apart", "[graph][column]") {
    Column column{Constant{1, 1}};
    column.append(Column{Constant{1.0, 1}});
    CHECK(texts(column) == Texts{"1", "1.0"});
    Column zeros{Constant{0.0, 1}};
    zeros.append(Column{Constant{-0.0, 1}});
    CHECK(texts(zeros) == Texts{"0.0", "-0.0"});
}

TEST_CASE("Leading nulls take the type of what follows", "[graph][column]") {
    Column column{Constant{{}, 2}};
    column.append(Column{Strings{"a"}});
    CHECK(column.get<Strings>());
    CHECK(texts(column) == Texts{"null", "null", "'a'"});

    Column constant{Constant{{}, 1}};
    constant.append(Column{Constant{5, 1}});
    CHECK(constant.get<Integers>());
    CHECK(texts(constant) == Texts{"null", "5"});
}

TEST_CASE("An empty column becomes what is appended", "[graph][column]") {
    Column column;
    column.append(Column{Integers{1}});
    CHECK(column.get<Integers>());
    column.append(Column{});
    CHECK(texts(column) == Texts{"1"});
}

TEST_CASE("A column may be appended to itself", "[graph][column]") {
    Column column{Integers{1, 0}, {0, 1}};
    column.append(column);
    CHECK(texts(column) == Texts{"1", "null", "1", "null"});
}

TEST_CASE("Strings live as long as a column that was made from theirs", "[graph][column]") {
    Column selected;
    Column appended;
    {
        const auto column = typed_column({"a text that is too long for a small string", "b"});
        const std::vector<std::uint32_t> rows{0};
        selected = column.select(rows);
        appended = Column{Strings{"c"}};
        appended.append(column);
    }
    CHECK(texts(selected) == Texts{"'a text that is too long for a small string'"});
    CHECK(texts(appended) == Texts{"'c'", "'a text that is too long for a small string'", "'b'"});
}

TEST_CASE("Joined and selected columns hold the values of their parts", "[graph][column]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    for (int round = 0; round < 5'000; ++round) {
        Column column;
        Texts expected;
        for (auto parts = random.below(4); parts > 0; --parts) {
            const auto part = random_column(random);
            for (const auto& text : texts(part)) expected.push_back(text);
            column.append(part);
            check_invariant(column);
        }
        if (texts(column) != expected) FAIL("A joined column lost its values");
        if (expected.empty()) continue;

        std::vector<std::uint32_t> rows(random.below(6));
        Texts expected_choice;
        for (auto& row : rows) {
            row = static_cast<std::uint32_t>(random.below(expected.size()));
            expected_choice.push_back(expected[row]);
        }
        const auto choice = column.select(rows);
        check_invariant(choice);
        if (texts(choice) != expected_choice) FAIL("A selected column lost its values");
    }
}
