#include "graph/collaboration/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lintas::collaboration {

namespace {

constexpr double negligible = 1e-18;

// Sums a tail that begins with `first`; `ratio(step)` is the next term over the one before it, and
// negative after the last.
template <typename Ratio> double tail_sum(double first, const Ratio& ratio) {
    auto sum = first;
    auto term = first;
    for (std::uint64_t step = 0;; ++step) {
        const auto factor = ratio(step);
        if (factor < 0) return sum;
        term *= factor;
        sum += term;
        if (factor < 1 && term <= negligible * sum) return sum;
    }
}

// From the smaller tail and the probability of the observed count itself, both tails.
Tails both_tails(double smaller, double exactly, bool is_low) {
    const auto clamped = std::clamp(smaller, 0.0, 1.0);
    const auto other = std::clamp(1 - clamped + exactly, 0.0, 1.0);
    return is_low ? Tails{clamped, other} : Tails{other, clamped};
}

double log_factorial(double number) {
    // Stirling's series; below 10 the product itself.
    if (number < 10) {
        double product = 1;
        for (auto factor = 2.0; factor <= number; ++factor) product *= factor;
        return std::log(product);
    }
    const auto inverse = 1 / number;
    const auto square = inverse * inverse;
    constexpr auto half_log_of_two_pi = 0.9189385332046727;
    return (number + 0.5) * std::log(number) - number + half_log_of_two_pi +
           inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
}

} // namespace

LogFactorials::LogFactorials(std::uint64_t largest) {
    values_.reserve(largest + 1);
    values_.push_back(0);
    for (std::uint64_t number = 1; number <= largest; ++number)
        values_.push_back(values_.back() + std::log(static_cast<double>(number)));
}

Tails hypergeometric_tails(std::uint64_t observed, std::uint64_t population, std::uint64_t marked,
                           std::uint64_t draws, const LogFactorials& logs) {
    const auto least = marked + draws > population ? marked + draws - population : 0;
    const auto most = std::min(marked, draws);
    if (observed < least) return {0, 1};
    if (observed > most) return {1, 0};
    const auto unmarked = population - marked;
    const auto log_choose = [&](std::uint64_t of, std::uint64_t taken) {
        return logs(of) - logs(taken) - logs(of - taken);
    };
    const auto exactly =
        std::exp(log_choose(marked, observed) + log_choose(unmarked, draws - observed) -
                 log_choose(population, draws));
    const auto expected =
        static_cast<double>(marked) * static_cast<double>(draws) / static_cast<double>(population);
    const auto is_low = static_cast<double>(observed) < expected;
    // P(x + 1) / P(x) = (marked - x)(draws - x) / ((x + 1)(unmarked - draws + x + 1)).
    const auto up = [&](std::uint64_t x) {
        return static_cast<double>(marked - x) * static_cast<double>(draws - x) /
               (static_cast<double>(x + 1) * static_cast<double>(unmarked + x + 1 - draws));
    };
    const auto sum = is_low ? tail_sum(exactly,
                                       [&](std::uint64_t step) {
                                           if (observed - least <= step) return -1.0;
                                           return 1 / up(observed - step - 1);
                                       })
                            : tail_sum(exactly, [&](std::uint64_t step) {
                                  if (observed + step >= most) return -1.0;
                                  return up(observed + step);
                              });
    return both_tails(sum, exactly, is_low);
}

Tails poisson_tails(std::uint64_t observed, double expected) {
    if (expected <= 0) return observed == 0 ? Tails{1, 1} : Tails{1, 0};
    const auto count = static_cast<double>(observed);
    const auto exactly = std::exp(count * std::log(expected) - expected - log_factorial(count));
    const auto is_low = count < expected;
    const auto sum = is_low ? tail_sum(exactly,
                                       [&](std::uint64_t step) {
                                           if (step >= observed) return -1.0;
                                           return static_cast<double>(observed - step) / expected;
                                       })
                            : tail_sum(exactly, [&](std::uint64_t step) {
                                  return expected / static_cast<double>(observed + step + 1);
                              });
    return both_tails(sum, exactly, is_low);
}

Tails binomial_tails(std::uint64_t observed, std::uint64_t trials, double chance) {
    if (trials == 0) return {1, 1};
    if (chance <= 0) return observed == 0 ? Tails{1, 1} : Tails{1, 0};
    if (chance >= 1) return observed == trials ? Tails{1, 1} : Tails{0, 1};
    const auto number = static_cast<double>(trials);
    const auto count = static_cast<double>(observed);
    const auto exactly =
        std::exp(log_factorial(number) - log_factorial(count) - log_factorial(number - count) +
                 count * std::log(chance) + (number - count) * std::log1p(-chance));
    const auto odds = chance / (1 - chance);
    const auto is_low = count < number * chance;
    const auto sum =
        is_low ? tail_sum(exactly,
                          [&](std::uint64_t step) {
                              if (step >= observed) return -1.0;
                              return static_cast<double>(observed - step) /
                                     (static_cast<double>(trials - observed + step + 1) * odds);
                          })
               : tail_sum(exactly, [&](std::uint64_t step) {
                     if (observed + step >= trials) return -1.0;
                     return static_cast<double>(trials - observed - step) * odds /
                            static_cast<double>(observed + step + 1);
                 });
    return both_tails(sum, exactly, is_low);
}

Interval wilson_interval(double successes, double trials) {
    if (trials <= 0) return {0, 1};
    const auto share = successes / trials;
    const auto square = normal_quantile * normal_quantile;
    const auto scale = 1 + square / trials;
    const auto middle = (share + square / (2 * trials)) / scale;
    const auto half = normal_quantile / scale *
                      std::sqrt(share * (1 - share) / trials + square / (4 * trials * trials));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Interval ratio_interval(double after, double before) {
    const auto share = wilson_interval(after, after + before);
    const auto odds = [](double chance) {
        return chance >= 1 ? std::numeric_limits<double>::infinity() : chance / (1 - chance);
    };
    if (before <= 0) return {odds(share.low), std::numeric_limits<double>::infinity()};
    return {odds(share.low), odds(share.high)};
}

std::vector<double> false_discovery_rates(std::span<const double> probabilities) {
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return probabilities[at]; });
    std::vector<double> rates(probabilities.size());
    auto smallest = 1.0;
    for (auto rank = order.size(); rank > 0; --rank) {
        const auto at = order[rank - 1];
        smallest = std::min(smallest, probabilities[at] * static_cast<double>(order.size()) /
                                          static_cast<double>(rank));
        rates[at] = smallest;
    }
    return rates;
}

} // namespace lintas::collaboration
