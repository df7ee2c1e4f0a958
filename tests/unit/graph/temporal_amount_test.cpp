#include "graph/temporal_amount.h"

#include <catch2/catch.hpp>

#include "graph/error.h"

#include <limits>

using namespace lintas;

namespace {

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

} // namespace

TEST_CASE("Both parts of an amount have one sign", "[graph][temporal]") {
    const auto sum = add(Amount{1}, Amount{0, -0.25L});
    CHECK(sum.whole == 0);
    CHECK(sum.fraction == 0.75L);
    const auto below = add(Amount{-2}, Amount{0, 0.25L});
    CHECK(below.whole == -1);
    CHECK(below.fraction == -0.75L);
}

TEST_CASE("An amount that does not fit says so, and so does what follows from it",
          "[graph][temporal]") {
    CHECK_FALSE(add(Amount{most}, Amount{1}).fits);
    CHECK_FALSE(add(Amount{most, 0.5L}, Amount{0, 0.5L}).fits);
    CHECK_FALSE(multiply(Amount{least}, std::int64_t{-1}).fits);
    CHECK_FALSE(divide(least, -1).fits);
    CHECK_FALSE(amount_of(1e19L).fits);
    CHECK(amount_of(-9'223'372'036'854'775'808.0L).fits);
    const auto broken = amount_of(std::numeric_limits<long double>::quiet_NaN());
    CHECK_FALSE(add(broken, Amount{1}).fits);
    CHECK_FALSE(multiply(broken, 0.0L).fits);
    CHECK_FALSE(find_duration({{}, {}, {}, broken}));
    CHECK_FALSE(find_duration({broken, {}, {}, {}}));
    CHECK_THROWS_AS(duration_for({{}, broken, {}, {}}), Error);
}

TEST_CASE("A float is the decimal number that it is printed as", "[graph][temporal]") {
    CHECK(decimal(0.1) == 0.1L);
    CHECK(decimal(-1e300) == -1e300L);
    CHECK(decimal(0) == 0);
    CHECK(decimal(std::numeric_limits<double>::infinity()) ==
          std::numeric_limits<long double>::infinity());
}

TEST_CASE("Half a nanosecond is dropped", "[graph][temporal]") {
    CHECK(duration_for({{}, {}, {}, {2, 0.5L}}).nanoseconds == 2);
    CHECK(duration_for({{}, {}, {}, {3, 0.5L}}).nanoseconds == 3);
    CHECK(duration_for({{}, {}, {}, {3, 0.6L}}).nanoseconds == 4);
    CHECK(duration_for({{}, {}, {0, 1.5e-9L}, {}}).nanoseconds == 1);
    CHECK(duration_for({{}, {}, {}, {-1, -0.5L}}) == Duration{0, 0, -1, 999'999'999});
}
