#include "datasets/random.h"

#include <catch2/catch.hpp>

#include <map>

using namespace lintas::datasets;

TEST_CASE("Draws depend on seed and stream alone", "[datasets][random]") {
    Random one{1, 1};
    Random same{1, 1};
    Random other_seed{2, 1};
    Random other_stream{1, 2};
    const auto first = one.next();
    CHECK(first == same.next());
    CHECK(first != other_seed.next());
    CHECK(first != other_stream.next());
}

TEST_CASE("Draws below a bound are even and stay below it", "[datasets][random]") {
    Random random{7, 1};
    std::map<std::uint64_t, int> counts;
    for (int draw = 0; draw < 6000; ++draw) ++counts[random.below(6)];
    CHECK(counts.size() == 6);
    for (const auto& [value, count] : counts) {
        CHECK(value < 6);
        CHECK(count > 850);
        CHECK(count < 1150);
    }
}

TEST_CASE("A lottery draws by weight, and never what weighs nothing", "[datasets][random]") {
    const Lottery lottery{{0, 1, 0, 3}};
    Random random{7, 1};
    std::map<std::size_t, int> counts;
    for (int draw = 0; draw < 4000; ++draw) ++counts[lottery.draw(random)];
    CHECK(counts.size() == 2);
    CHECK(counts[1] > 850);
    CHECK(counts[1] < 1150);
}
