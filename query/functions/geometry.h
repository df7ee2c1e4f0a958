// What functions and properties of points compute.
//
// Invariant: points of different coordinate reference systems have nothing to do with each other:
// whatever asks for both gives nullopt.
#pragma once

#include "graph/point.h"
#include "graph/value.h"

#include <optional>
#include <string_view>

namespace lintas::query {

// A system and its names.
struct CrsRow {
    Crs crs;
    std::string_view name; // "wgs-84-3d"
};
// nullptr for an unknown name or number.
const CrsRow* find_crs(std::string_view name);
const CrsRow* find_crs(std::int64_t srid);

// Cartesian: the straight line. Geographic: metres along the great circle (haversine formula) at
// the mean height of both, and by Pythagoras the difference in height.
std::optional<double> distance(const Point& left, const Point& right);

// Borders belong to the box. A geographic box whose western side lies east of its eastern side goes
// over the antimeridian.
std::optional<bool> is_within_box(const Point& point, const Point& lower_left,
                                  const Point& upper_right);

// x, y, z, longitude, latitude, height, crs, srid. Null for a component that points of this system
// do not have; nullopt for a name that is no component.
std::optional<Value> point_component(const Point& point, std::string_view name);

} // namespace lintas::query
