// Tail probabilities and intervals of the distributions that expectations are tested against.
//
// Invariant: probabilities lie in [0, 1]; the smaller tail is summed term by term, so that it keeps
// its precision however small it is.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::collaboration {

// Of a normal distribution 95 % lie within so many standard deviations.
inline constexpr double normal_quantile = 1.959963984540054;

struct Tails {
    double low = 1;  // P(X <= observed)
    double high = 1; // P(X >= observed)
};

struct Interval {
    double low = 0;
    double high = 0;
};

// ln(n!) for n from 0 to a largest number.
class LogFactorials {
public:
    explicit LogFactorials(std::uint64_t largest);
    double operator()(std::uint64_t number) const { return values_[number]; }

private:
    std::vector<double> values_;
};

// Of `draws` out of `population`, in which there are `marked`, how many are marked?
// REQUIRES: draws, marked <= population; the table reaches to the population.
Tails hypergeometric_tails(std::uint64_t observed, std::uint64_t population, std::uint64_t marked,
                           std::uint64_t draws, const LogFactorials& log_factorial);
Tails poisson_tails(std::uint64_t observed, double expected);
// REQUIRES: observed <= trials, 0 <= chance <= 1.
Tails binomial_tails(std::uint64_t observed, std::uint64_t trials, double chance);

// The interval of a share at 95 % (Wilson 1927); [0, 1] without trials.
Interval wilson_interval(double successes, double trials);
// The interval of the ratio of two Poisson counts, `after` over `before`, at 95 %: conditional on
// their sum `after` is binomial. The upper end is infinite where nothing was before.
Interval ratio_interval(double after, double before);

// Benjamini and Hochberg 1995: the smallest rate of false discoveries at which each would be found.
std::vector<double> false_discovery_rates(std::span<const double> probabilities);

} // namespace lintas::collaboration
