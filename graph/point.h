// A point of one of the four coordinate reference systems of openCypher.
//
// Invariant: `z` is 0 in a two-dimensional system; geographic x is a longitude and y a latitude in
// degrees, z a height in metres.
#pragma once

#include <cstdint>

namespace lintas {

// The numbers are the SRIDs.
enum class Crs : std::uint16_t {
    Wgs84 = 4326,
    Wgs84_3d = 4979,
    Cartesian = 7203,
    Cartesian3d = 9157,
};

struct Point {
    Crs crs = Crs::Cartesian;
    double x = 0;
    double y = 0;
    double z = 0;
};

inline bool has_height(Crs crs) { return crs == Crs::Wgs84_3d || crs == Crs::Cartesian3d; }
inline bool is_geographic(Crs crs) { return crs == Crs::Wgs84 || crs == Crs::Wgs84_3d; }

} // namespace lintas
