// Shares with their intervals, one below the other: a dot, a whisker, and the numbers.
//
// Invariant: what has no value is named all the same, with the words for that.
#pragma once

#include "server/report/drawing/svg.h"

#include <optional>
#include <string>
#include <vector>

namespace lintas::report {

struct Interval {
    std::string name;
    std::optional<double> value; // 0 to 1
    std::optional<double> low;
    std::optional<double> high;
    std::string words; // the numbers as text, or why there is none
};

struct IntervalChart {
    std::vector<Interval> intervals;
};

std::string draw(const IntervalChart& chart, const Caption& caption);

} // namespace lintas::report
