#include "graph/lmdb/decimal.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace lintas::lmdb;

TEST_CASE("Decimal numbers are found with their places", "[lmdb][decimals]") {
    const std::vector<double> values{0.5, -12.25, 3.0, 1769646.82, 0.901};
    const auto decimals = to_decimals(values);
    REQUIRE(decimals);
    CHECK(decimals->scale == 3);
    CHECK(decimals->numbers == std::vector<std::int64_t>{500, -12250, 3000, 1769646820, 901});
    CHECK(to_decimals(std::vector{7.0, -1e15})->scale == 0);
}

TEST_CASE("Floats that are no decimal numbers are left alone", "[lmdb][decimals]") {
    for (const double value : {1.0 / 3, -0.0, std::nan(""), std::numeric_limits<double>::infinity(),
                               1e300, 1e-12, 0.1 + 0.2, 9007199254740994.0}) {
        CAPTURE(value);
        CHECK_FALSE(to_decimals(std::vector{1.5, value}));
    }
}
