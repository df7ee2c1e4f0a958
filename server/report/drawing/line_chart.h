// Lines over years with their intervals: each line has a color, dashes and its name at its end.
//
// Invariant: points without a value break the line; a series without any is left out.
#pragma once

#include "server/report/drawing/svg.h"

#include <optional>
#include <string>
#include <vector>

namespace lintas::report {

struct LinePoint {
    double x = 0;
    std::optional<double> y;
    std::optional<double> low;
    std::optional<double> high;
};

struct Line {
    std::string name;
    std::vector<LinePoint> points; // ascending by x
};

struct LineChart {
    std::vector<Line> lines;
    std::string x_title;
    std::string y_title;
    bool is_short = false; // half as high
};

std::string draw(const LineChart& chart, const Caption& caption);

} // namespace lintas::report
