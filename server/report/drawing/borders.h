// The outlines of countries in the two windows of the flow map, as text that the build makes from
// Natural Earth's borders (`borders.mjs`).
//
// Invariant: empty if the build had no borders; every ring lies within its window.
#pragma once

#include <string_view>
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

using Ring = std::vector<Position>;

// rings[i] lie in windows[i]. What is not of that form is left out.
std::vector<std::vector<Ring>> read_borders(std::string_view text);

} // namespace lintas::report
