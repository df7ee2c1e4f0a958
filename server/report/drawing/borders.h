// The windows of the flow map, and outlines of countries cut to them.
//
// Invariant: what cut() leaves of a ring lies within the window, or is empty.
#pragma once

#include <vector>

namespace lintas::report {

struct Position {
    double latitude = 0; // degrees
    double longitude = 0;
};

// A part of the world, drawn so that distances in its middle are right.
struct Window {
    double west = 0;
    double east = 0;
    double south = 0;
    double north = 0;

    bool holds(const Position& place) const;
    double width() const; // for a height of `height()`
    double height() const { return north - south; }
    // From the window's upper left corner, in degrees of latitude.
    double across(const Position& place) const;
    double down(const Position& place) const { return north - place.latitude; }
};

inline constexpr Window windows[] = {{-25, 45, 33.5, 71}, {90, 143, -11.5, 29}};

// A closed line; the last point leads back to the first.
using Ring = std::vector<Position>;

Ring cut(const Ring& ring, const Window& window);

} // namespace lintas::report
