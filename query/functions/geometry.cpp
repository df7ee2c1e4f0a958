#include "query/functions/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lintas::query {

namespace {

constexpr std::array<CrsRow, 4> systems = {{
    {Crs::Wgs84, "wgs-84"},
    {Crs::Wgs84_3d, "wgs-84-3d"},
    {Crs::Cartesian, "cartesian"},
    {Crs::Cartesian3d, "cartesian-3d"},
}};

// The equatorial radius that openCypher's implementations take for the whole earth.
constexpr double earth_radius = 6'378'140;

double in_radians(double degrees) { return degrees * std::numbers::pi / 180; }

double half_versed_sine(double angle) {
    const auto sine = std::sin(angle / 2);
    return sine * sine;
}

// The angle between two places as seen from the centre of the earth.
double central_angle(const Point& left, const Point& right) {
    const auto south = in_radians(left.y);
    const auto north = in_radians(right.y);
    const auto haversine =
        half_versed_sine(north - south) +
        std::cos(south) * std::cos(north) * half_versed_sine(in_radians(right.x - left.x));
    return 2 * std::asin(std::sqrt(std::min(1.0, haversine)));
}

struct Component {
    std::string_view name;
    Value (*value)(const Point&);
};

Value geographic_only(const Point& point, double component) {
    return is_geographic(point.crs) ? Value{component} : Value{};
}

constexpr Component components[] = {
    {"crs",
     [](const Point& point) -> Value {
         return find_crs(static_cast<std::int64_t>(point.crs))->name;
     }},
    {"height",
     [](const Point& point) -> Value {
         return has_height(point.crs) ? geographic_only(point, point.z) : Value{};
     }},
    {"latitude", [](const Point& point) { return geographic_only(point, point.y); }},
    {"longitude", [](const Point& point) { return geographic_only(point, point.x); }},
    {"srid", [](const Point& point) -> Value { return static_cast<std::int64_t>(point.crs); }},
    {"x", [](const Point& point) -> Value { return point.x; }},
    {"y", [](const Point& point) -> Value { return point.y; }},
    {"z", [](const Point& point) { return has_height(point.crs) ? Value{point.z} : Value{}; }},
};

} // namespace

const CrsRow* find_crs(std::string_view name) {
    const auto* found = std::ranges::find(systems, name, &CrsRow::name);
    return found == systems.end() ? nullptr : found;
}

const CrsRow* find_crs(std::int64_t srid) {
    const auto* found = std::ranges::find_if(
        systems, [srid](const CrsRow& row) { return static_cast<std::int64_t>(row.crs) == srid; });
    return found == systems.end() ? nullptr : found;
}

std::optional<double> distance(const Point& left, const Point& right) {
    if (left.crs != right.crs) return std::nullopt;
    if (!is_geographic(left.crs))
        // The function of three legs makes NaN of an infinite one.
        return std::hypot(std::hypot(left.x - right.x, left.y - right.y), left.z - right.z);
    const auto arc = central_angle(left, right) * (earth_radius + (left.z + right.z) / 2);
    return std::hypot(arc, left.z - right.z);
}

std::optional<bool> is_within_box(const Point& point, const Point& lower_left,
                                  const Point& upper_right) {
    if (point.crs != lower_left.crs || point.crs != upper_right.crs) return std::nullopt;
    const auto lies = [](double low, double value, double high) {
        return low <= value && value <= high;
    };
    const bool over_antimeridian = is_geographic(point.crs) && lower_left.x > upper_right.x;
    const bool across = over_antimeridian ? point.x >= lower_left.x || point.x <= upper_right.x
                                          : lies(lower_left.x, point.x, upper_right.x);
    return across && lies(lower_left.y, point.y, upper_right.y) &&
           lies(lower_left.z, point.z, upper_right.z);
}

std::optional<Value> point_component(const Point& point, std::string_view name) {
    const auto* found = std::ranges::find(components, name, &Component::name);
    if (found == std::end(components)) return std::nullopt;
    return found->value(point);
}

} // namespace lintas::query
