// The indicators of a tie and of a unit, as formulas over counts.
//
// Invariant: an indicator whose denominator is zero is absent, never infinite.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace lintas::collaboration {

// What is known of two units: events of each, events together, and all events.
struct TieCounts {
    double joint = 0;
    double left = 0;
    double right = 0;
    double all = 0;
};

std::optional<double> salton(const TieCounts& counts);  // C / sqrt(n_i n_j)
std::optional<double> jaccard(const TieCounts& counts); // C / (n_i + n_j - C)
// C / (n_i n_j); van Eck and Waltman 2009.
std::optional<double> association_strength(const TieCounts& counts);
// (C / n_i) / ((n_j - C) / (N - n_i)), from left to right; Fuchs, Sivertsen and Rousseau 2021.
std::optional<double> relative_intensity(const TieCounts& counts);

// What is known of two units' ties: the strength of each and of all, all ends counted.
struct StrengthCounts {
    double joint = 0;
    double left = 0;
    double right = 0;
    double total = 0;
};

// C S / (s_i s_j); Zitt, Bassecoulard and Okubo 2000.
std::optional<double> probabilistic_affinity(const StrengthCounts& counts);
// An affinity between -1 and 1: (a² - 1) / (a² + 1).
double affinity_index(double affinity);
// Joint events expected if ends met at random, but never two of the same unit; Steijn 2017.
std::optional<double> expectation_without_self_pairs(const StrengthCounts& counts);

// (E - I) / (E + I); Krackhardt and Stern 1988.
std::optional<double> external_internal_index(double external, double internal);
// The sum of the squared shares of the partners: 1 if there is one only.
std::optional<double> concentration(std::span<const double> strengths);
// 1 less the sum of the squared shares of the groups; Guimerà and Amaral 2005.
std::optional<double> participation_coefficient(std::span<const double> strengths);

// (x_ct / x_c) / (x_t / x): the share of a topic in a country over its share in all.
std::optional<double> revealed_advantage(double of_both, double of_country, double of_topic,
                                         double all);
// (a - 1) / (a + 1).
double symmetric_advantage(double advantage);
// Observed over expected, drawn towards 1: (O + 2) / (E + 2).
double shrunk_ratio(double observed, double expected);

} // namespace lintas::collaboration
