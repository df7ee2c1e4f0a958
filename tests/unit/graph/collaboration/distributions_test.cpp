// Tails against sums over all outcomes, intervals and rates against values known elsewhere.
#include "graph/collaboration/distributions.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace lintas::collaboration;

namespace {

double choose(std::uint64_t of, std::uint64_t taken) {
    if (taken > of) return 0;
    double product = 1;
    for (std::uint64_t at = 0; at < taken; ++at)
        product *= static_cast<double>(of - at) / static_cast<double>(at + 1);
    return product;
}

double hypergeometric(std::uint64_t x, std::uint64_t population, std::uint64_t marked,
                      std::uint64_t draws) {
    if (x > draws) return 0;
    return choose(marked, x) * choose(population - marked, draws - x) / choose(population, draws);
}

} // namespace

TEST_CASE("Hypergeometric tails are the sums over all outcomes", "[distributions]") {
    const LogFactorials logs{40};
    for (std::uint64_t population = 1; population <= 12; ++population)
        for (std::uint64_t marked = 0; marked <= population; ++marked)
            for (std::uint64_t draws = 0; draws <= population; ++draws)
                for (std::uint64_t observed = 0; observed <= draws; ++observed) {
                    double low = 0;
                    double high = 0;
                    for (std::uint64_t x = 0; x <= draws; ++x) {
                        const auto p = hypergeometric(x, population, marked, draws);
                        low += x <= observed ? p : 0;
                        high += x >= observed ? p : 0;
                    }
                    const auto tails =
                        hypergeometric_tails(observed, population, marked, draws, logs);
                    CAPTURE(population, marked, draws, observed);
                    REQUIRE(tails.low == Approx(low).margin(1e-12));
                    REQUIRE(tails.high == Approx(high).margin(1e-12));
                }
}

TEST_CASE("Binomial tails are the sums over all outcomes", "[distributions]") {
    for (const auto chance : {0.0, 0.03, 0.5, 0.97, 1.0})
        for (std::uint64_t trials = 0; trials <= 20; ++trials)
            for (std::uint64_t observed = 0; observed <= trials; ++observed) {
                double low = 0;
                double high = 0;
                for (std::uint64_t x = 0; x <= trials; ++x) {
                    const auto p = choose(trials, x) * std::pow(chance, static_cast<double>(x)) *
                                   std::pow(1 - chance, static_cast<double>(trials - x));
                    low += x <= observed ? p : 0;
                    high += x >= observed ? p : 0;
                }
                const auto tails = binomial_tails(observed, trials, chance);
                CAPTURE(chance, trials, observed);
                REQUIRE(tails.low == Approx(low).margin(1e-12));
                REQUIRE(tails.high == Approx(high).margin(1e-12));
            }
}

TEST_CASE("Poisson tails are right at three expected, and for large counts", "[distributions]") {
    CHECK(poisson_tails(0, 3).low == Approx(0.0497871).epsilon(1e-5));
    CHECK(poisson_tails(0, 3).high == 1);
    CHECK(poisson_tails(2, 3).low == Approx(0.4231901).epsilon(1e-6));
    CHECK(poisson_tails(5, 3).high == Approx(0.1847368).epsilon(1e-6));
    CHECK(poisson_tails(0, 0).low == 1);
    CHECK(poisson_tails(1, 0).high == 0);
    const auto large = poisson_tails(1000, 1000);
    CHECK(large.low + large.high == Approx(1 + 0.0126146).epsilon(1e-4));
}

TEST_CASE("Wilson's interval is that of the textbook", "[distributions]") {
    const auto interval = wilson_interval(8, 10);
    CHECK(interval.low == Approx(0.49016).epsilon(1e-4));
    CHECK(interval.high == Approx(0.94331).epsilon(1e-4));
    CHECK(wilson_interval(0, 0).high == 1);
    CHECK(wilson_interval(0, 5).low == 0);
    CHECK(wilson_interval(5, 5).high == 1);
}

TEST_CASE("False discovery rates are those of Benjamini and Hochberg", "[distributions]") {
    const double probabilities[] = {0.01, 0.04, 0.03, 0.005};
    const auto rates = false_discovery_rates(probabilities);
    CHECK(rates[0] == Approx(0.02));
    CHECK(rates[1] == Approx(0.04));
    CHECK(rates[2] == Approx(0.04));
    CHECK(rates[3] == Approx(0.02));
    CHECK(false_discovery_rates({}).empty());
}
