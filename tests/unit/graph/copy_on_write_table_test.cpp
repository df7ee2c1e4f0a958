#include "graph/copy_on_write_table.h"

#include <catch2/catch.hpp>

using namespace lintas;

namespace {

CopyOnWriteTable<int> numbers_below(int end) {
    CopyOnWriteTable<int> table;
    for (int number = 0; number < end; ++number) table.add(number);
    return table;
}

} // namespace

TEST_CASE("A copy changes without its original", "[graph][copy_on_write_table]") {
    const auto original = numbers_below(1000);
    auto copy = original;
    copy.change(0) = -1;
    copy.change(999) = -2;
    copy.add(1000);

    CHECK(original.size() == 1000);
    CHECK(original[0] == 0);
    CHECK(original[999] == 999);
    CHECK(copy.size() == 1001);
    CHECK(copy[0] == -1);
    CHECK(copy[1] == 1);
    CHECK(copy[999] == -2);
    CHECK(copy[1000] == 1000);
}

TEST_CASE("A copy of a copy shares what neither changed", "[graph][copy_on_write_table]") {
    const auto first = numbers_below(1000);
    auto second = first;
    second.change(500) = -1;
    const auto& unchanged = second;
    auto third = second;
    third.change(500) = -2;
    third.change(501) = -3;

    CHECK(first[500] == 500);
    CHECK(unchanged[500] == -1);
    CHECK(unchanged[501] == 501);
    CHECK(third[500] == -2);
    CHECK(&first[0] == &third[0]);
}
