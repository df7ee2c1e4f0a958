// Two windows of the world side by side, Europe and South-East Asia: a ring for each country, and
// curves between those that work together.
//
// Invariant: a country is seen by its ring and code however small it is; what lies in neither
// window is left out.
#pragma once

#include "server/report/drawing/borders.h"
#include "server/report/drawing/svg.h"

#include <cstddef>
#include <string>
#include <vector>

namespace lintas::report {

struct MapPlace {
    std::string code;
    std::string hint;
    Position position;
    double weight = 0;
};

struct MapFlow {
    std::size_t from = 0; // positions in places
    std::size_t to = 0;
    double weight = 0;
    std::string hint;
};

struct FlowMap {
    std::vector<MapPlace> places;
    std::vector<MapFlow> flows;
    std::vector<Ring> borders; // of countries anywhere
    std::string disclaimer;
};

std::string draw(const FlowMap& map, const Caption& caption);

} // namespace lintas::report
