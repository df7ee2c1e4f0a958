// A matrix of countries: a number and a ratio in each cell, darker where the ratio is higher,
// hatched where the data cannot tell.
//
// Invariant: each cell says in digits what its color says; cells without a value are empty.
#pragma once

#include "server/report/drawing/svg.h"

#include <optional>
#include <string>
#include <vector>

namespace lintas::report {

struct HeatCell {
    std::string number;   // the upper line
    std::string ratio;    // the lower line
    std::size_t step = 0; // of ramp()
    bool hatched = false;
    std::string hint;
};

struct HeatMap {
    std::vector<std::string> rows;
    std::vector<std::string> columns;
    // cells[row * columns.size() + column]; nothing where there is no such pair.
    std::vector<std::optional<HeatCell>> cells;
    // What each step of the ramp means, and what hatching means.
    std::vector<std::string> legend;
    std::string hatch_legend;
};

std::string draw(const HeatMap& map, const Caption& caption);

} // namespace lintas::report
