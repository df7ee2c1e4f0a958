// What really changed between two reports: the part that is due to better data about the same
// years, and the part that is due to other years.
//
// revision = M(old years, new data) - M(old years, old data),
// change = M(new years, new data) - M(old years, new data).
#pragma once

#include "graph/collaboration/counts.h"
#include "graph/collaboration/distributions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lintas::collaboration {

enum class Indicator : std::uint8_t {
    InternationalShare,
    LeadShare,
    Events,
    International,
    Leading
};

// A share of events, or a number of them; absent for a share of nothing.
struct Measured {
    std::optional<double> value;
    double part = 0;
    double whole = 0; // 0 for numbers
};

Measured measured(const Size& size, Indicator indicator);

// The interval of `after` less `before` at 95 %: of shares Newcombe's (1998, method 10), of numbers
// that of two Poisson counts.
Interval interval_of_change(const Measured& before, const Measured& after);

} // namespace lintas::collaboration
