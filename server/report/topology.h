// Reads TopoJSON, the form in which world-atlas has the outlines of countries: lines that
// neighbours share are stored once, as steps on a grid.
//
// Invariant: a ring that crosses the 180th meridian goes on beyond it, in place of jumping to the
// other side of the map.
#pragma once

#include "server/report/drawing/borders.h"

#include <string_view>
#include <vector>

namespace lintas::report {

// The rings of all polygons of the object `countries`. Input error for what is not of that form.
std::vector<Ring> read_countries(std::string_view topojson);

} // namespace lintas::report
