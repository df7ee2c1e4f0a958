// How a region's work, or a country's, develops over windows of years: at home, within the region,
// with another region, with others.
//
// Invariant: membership is that of the last day of an event's year; windows follow each other
// without gaps and end with the last year; earlier years that fill no window are left out.
#pragma once

#include "graph/collaboration/distributions.h"
#include "graph/collaboration/projection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lintas::collaboration {

struct TrendOptions {
    std::string region;                // whose work it is; empty with `home`
    std::optional<CountryNumber> home; // a country in place of the region
    std::string against;               // the other region
    std::int32_t window = 1;           // years
};

struct TrendPoint {
    std::string series;
    std::int32_t from_year = 0;
    std::int32_t to_year = 0;
    std::uint64_t observed = 0; // events of the series
    double fractional = 0;      // the share of each event's pairs that are of the series, summed
    std::uint64_t total = 0;    // events in which the region or country takes part
    std::uint64_t leading = 0;  // of the observed, those that it leads
    Interval share;
    std::optional<double> growth; // over the window before
    Interval growth_interval;
    std::optional<double> yearly_growth; // since the first window
};

// REQUIRES: the projection is of countries. Ordered by series, then by window.
std::vector<TrendPoint> trend(const Projection& projection, const TrendOptions& options);

} // namespace lintas::collaboration
