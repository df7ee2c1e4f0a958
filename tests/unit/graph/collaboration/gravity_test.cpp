// The fit of the gravity model finds the coefficients that made the counts.
#include "graph/collaboration/gravity.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace lintas;

TEST_CASE("A Poisson fit finds the coefficients of exact means", "[gravity]") {
    std::vector<std::vector<double>> rows;
    std::vector<double> counts;
    for (auto size = 1; size <= 6; ++size)
        for (auto distance = 1; distance <= 6; ++distance) {
            rows.push_back({1, std::log(size), std::log(distance)});
            counts.push_back(std::exp(0.5 + 1.2 * std::log(size) - 0.7 * std::log(distance)));
        }
    const auto fit = collaboration::fit_poisson(rows, counts, algorithms::Unlimited{});
    REQUIRE(fit.size() == 3);
    CHECK(fit[0] == Approx(0.5).epsilon(1e-8));
    CHECK(fit[1] == Approx(1.2).epsilon(1e-8));
    CHECK(fit[2] == Approx(-0.7).epsilon(1e-8));
}

TEST_CASE("With a constant alone the fit is the mean, zeros included", "[gravity]") {
    const std::vector<std::vector<double>> rows(4, {1});
    const auto fit = collaboration::fit_poisson(rows, {0, 3, 5, 0}, algorithms::Unlimited{});
    CHECK(std::exp(fit[0]) == Approx(2));
    CHECK(collaboration::fit_poisson({}, {}, algorithms::Unlimited{}).empty());
}
