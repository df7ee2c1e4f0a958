// A linear axis with round numbers at its ticks.
//
// Invariant: the first tick is at or below the smallest value, the last at or above the largest,
// and there are at least two.
#pragma once

#include <string>
#include <vector>

namespace lintas::report {

struct Scale {
    std::vector<double> ticks;

    double low() const { return ticks.front(); }
    double high() const { return ticks.back(); }
    // Where the value lies between low and high, 0 to 1.
    double share(double value) const { return (value - low()) / (high() - low()); }
};

// With about `wanted` ticks, `least_step` or more apart. Takes any finite values; equal ones get
// some room.
Scale scale_over(double smallest, double largest, int wanted, double least_step = 0);

// As short as the ticks allow: "0.25", "1,500".
std::string tick_text(double value);

} // namespace lintas::report
