#include "server/report/drawing/scale.h"

#include <catch2/catch.hpp>

using namespace lintas::report;

TEST_CASE("Ticks are round and enclose the values", "[scale]") {
    const auto scale = scale_over(0, 97, 5);
    CHECK(scale.ticks == std::vector<double>{0, 20, 40, 60, 80, 100});
    CHECK(scale.share(50) == Approx(0.5));
    for (const auto& [low, high] : {std::pair{0.0, 0.003},
                                    {-5.0, 12.0},
                                    {1e6, 1.1e6},
                                    {3.0, 3.0},
                                    {0.0, 0.0},
                                    {-2.0, -2.0}}) {
        const auto any = scale_over(low, high, 5);
        CHECK(any.low() <= low);
        CHECK(any.high() >= high);
        CHECK(any.ticks.size() >= 2);
        CHECK(any.ticks.size() <= 12);
    }
}

TEST_CASE("Ticks are written as short as they allow", "[scale]") {
    CHECK(tick_text(0) == "0");
    CHECK(tick_text(1500) == "1,500");
    CHECK(tick_text(-1234567) == "-1,234,567");
    CHECK(tick_text(0.25) == "0.25");
}
