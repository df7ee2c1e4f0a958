#include "query/run/batch.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

#include <memory>
#include <string>

namespace lintas::query {
namespace {

constexpr Slot first{0};
constexpr Slot second{1};
constexpr Slot third{2};

Batch numbers_and_texts() {
    Batch batch{3, 3};
    batch.set(first, Column{Integers{10, 20, 30}});
    batch.set(second, Column{Boxed{Value{"a"}, Value{}, Value{"c"}}});
    return batch;
}

} // namespace

TEST_CASE("A batch knows which slots are set", "[run][batch]") {
    auto batch = numbers_and_texts();
    CHECK(batch.is_set(first));
    CHECK_FALSE(batch.is_set(third));
    batch.clear(first);
    CHECK_FALSE(batch.is_set(first));
    CHECK_THROWS_AS(batch.column(first), Error);
}

TEST_CASE("Selecting rows may repeat and reorder them, also more than once", "[run][batch]") {
    const auto batch = numbers_and_texts();
    const auto once = batch.select({2, 0, 0});
    const auto twice = once.select({1, 0});
    CHECK(once.rows() == 3);
    CHECK(once.column(first).value(0).integer() == 30);
    CHECK(once.column(first).value(2).integer() == 10);
    CHECK(twice.rows() == 2);
    CHECK(twice.column(first).value(0).integer() == 10);
    CHECK(twice.column(second).value(1).string() == "c");
}

TEST_CASE("A column that was set after a selection is not selected by it", "[run][batch]") {
    auto selected = numbers_and_texts().select({1, 1});
    selected.set(third, Column{Integers{7, 8}});
    const auto last = selected.select({1});
    CHECK(last.column(third).value(0).integer() == 8);
    CHECK(last.column(first).value(0).integer() == 20);
}

TEST_CASE("A column must have as many rows as its batch", "[run][batch]") {
    auto batch = numbers_and_texts();
    CHECK_THROWS_AS(batch.set(third, Column{Integers{1}}), Error);
}

TEST_CASE("A slice ends where the batch ends", "[run][batch]") {
    const auto batch = numbers_and_texts();
    CHECK(batch.slice(1, 100).rows() == 2);
    CHECK(batch.slice(1, 1).column(first).value(0).integer() == 20);
    CHECK(batch.slice(5, 1).rows() == 0);
}

TEST_CASE("Appending leaves the batches that share columns as they are", "[run][batch]") {
    auto batch = numbers_and_texts();
    const auto copy = batch;
    batch.append(numbers_and_texts().select({0}));
    CHECK(batch.rows() == 4);
    CHECK(batch.column(first).value(3).integer() == 10);
    CHECK(copy.rows() == 3);
    CHECK(copy.column(first).size() == 3);
}

TEST_CASE("A slot that only one batch has is null in the rows of the other", "[run][batch]") {
    auto batch = numbers_and_texts();
    Batch other{3, 1};
    other.set(third, Column{Integers{5}});
    batch.append(other);
    CHECK(batch.column(first).is_null(3));
    CHECK(batch.column(third).is_null(0));
    CHECK(batch.column(third).value(3).integer() == 5);
}

TEST_CASE("What a batch would take grows with its rows and its texts", "[run][batch]") {
    auto batch = numbers_and_texts();
    const auto before = batch.bytes();
    batch.append(numbers_and_texts());
    CHECK(batch.bytes() >= 2 * before - sizeof(Value));
    batch.set(third, Column{Boxed(6, Value{std::string(1000, 'x')})});
    CHECK(batch.bytes() > 6000);
}

} // namespace lintas::query
