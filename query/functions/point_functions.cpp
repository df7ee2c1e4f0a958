#include "query/functions/excerpt.h"
#include "query/functions/function.h"
#include "query/functions/geometry.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace lintas::query {

namespace {

[[noreturn]] void refuse_point(const std::string& message) {
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue, message};
}

// The coordinates that a map gives, and whether it named them geographically.
struct Coordinates {
    std::array<const Value*, 3> at{}; // nullptr: not given
    bool geographic = false;
    bool cartesian = false;
};

const Value* find(const Map& map, std::string_view key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

Coordinates coordinates_of(const Map& map) {
    constexpr std::array<std::string_view, 3> cartesian = {"x", "y", "z"};
    constexpr std::array<std::string_view, 3> geographic = {"longitude", "latitude", "height"};
    Coordinates coordinates;
    for (std::size_t axis = 0; axis < coordinates.at.size(); ++axis) {
        const auto* plain = find(map, cartesian[axis]);
        const auto* named = find(map, geographic[axis]);
        coordinates.at[axis] = plain ? plain : named;
        coordinates.cartesian |= plain != nullptr;
        coordinates.geographic |= named != nullptr;
    }
    if (coordinates.geographic && coordinates.cartesian)
        refuse_point(
            "A point mixes x, y, z with longitude, latitude, height, it may use one kind only");
    if (!coordinates.at[0] || !coordinates.at[1])
        refuse_point("A point lacks a coordinate, it needs x and y, or longitude and latitude");
    return coordinates;
}

const CrsRow& named_crs(const Value& given) {
    const CrsRow* row = nullptr;
    if (given.is(ValueType::String)) row = find_crs(given.string());
    if (given.is(ValueType::Integer)) row = find_crs(given.integer());
    if (!row)
        refuse_point(fmt::format(
            "Coordinate reference system {} does not exist, it must be wgs-84, "
            "wgs-84-3d, cartesian or cartesian-3d, or its number 4326, 4979, 7203 "
            "or 9157",
            given.is(ValueType::String) ? excerpt(given.string()) : describe(accepted_by(given))));
    return *row;
}

Crs crs_of(const Map& map, const Coordinates& coordinates) {
    const bool is_high = coordinates.at[2] != nullptr;
    const auto* name = find(map, "crs");
    const auto* given = name ? name : find(map, "srid");
    if (!given) {
        if (coordinates.geographic) return is_high ? Crs::Wgs84_3d : Crs::Wgs84;
        return is_high ? Crs::Cartesian3d : Crs::Cartesian;
    }
    const auto& row = named_crs(*given);
    if (has_height(row.crs) != is_high)
        refuse_point(fmt::format("A point of `{}` has {} coordinates, not {}", row.name,
                                 has_height(row.crs) ? 3 : 2, is_high ? 3 : 2));
    if (coordinates.geographic && !is_geographic(row.crs))
        refuse_point(
            fmt::format("A point of `{}` has x and y, not longitude and latitude", row.name));
    return row.crs;
}

double coordinate(const Value* value) {
    if (!value) return 0;
    if (value->is_number() && std::isfinite(value->number())) return value->number();
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentValue,
                fmt::format("A coordinate of a point is {}, it must be a finite number",
                            value->is_number() ? to_text(*value) : describe(accepted_by(*value)))};
}

// Longitudes go around the earth, latitudes do not go beyond the poles.
double around_the_earth(double longitude) {
    if (std::fabs(longitude) <= 180) return longitude;
    const auto rest = std::fmod(longitude, 360);
    return rest > 180 ? rest - 360 : rest < -180 ? rest + 360 : rest;
}

void find_on_earth(Point& point) {
    if (!is_geographic(point.crs)) return;
    point.x = around_the_earth(point.x);
    if (std::fabs(point.y) > 90)
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    fmt::format("Latitude `{}` is not on earth, it must be from -90 to 90",
                                to_text(point.y))};
}

Value point(Arguments arguments, CallContext&) {
    const auto& map = arguments[0].map();
    const auto coordinates = coordinates_of(map);
    for (const auto* value : coordinates.at) {
        if (value && value->is_null()) return {};
    }
    Point point{crs_of(map, coordinates), coordinate(coordinates.at[0]),
                coordinate(coordinates.at[1]), coordinate(coordinates.at[2])};
    find_on_earth(point);
    return point;
}

Value distance_between(Arguments arguments, CallContext&) {
    const auto metres = distance(arguments[0].as<Point>(), arguments[1].as<Point>());
    return metres ? Value{*metres} : Value{};
}

Value within_box(Arguments arguments, CallContext&) {
    const auto within =
        is_within_box(arguments[0].as<Point>(), arguments[1].as<Point>(), arguments[2].as<Point>());
    return within ? Value{*within} : Value{};
}

constexpr FunctionParameter from{"from", Accepts::Point};
constexpr FunctionParameter to{"to", Accepts::Point};

constexpr ScalarFunction point_table[] = {
    {"distance",
     {from, to},
     Accepts::Float,
     distance_between,
     "The distance of two points of one coordinate reference system, in metres on earth"},
    {"point",
     {{"coordinates", Accepts::Map}},
     Accepts::Point,
     point,
     "The point with the coordinates of a map: x, y, z or longitude, latitude, height"},
    {"point.distance",
     {from, to},
     Accepts::Float,
     distance_between,
     "The distance of two points of one coordinate reference system, in metres on earth"},
    {"point.withinBBox",
     {{"point", Accepts::Point}, {"lowerLeft", Accepts::Point}, {"upperRight", Accepts::Point}},
     Accepts::Boolean,
     within_box,
     "Whether a point lies in the box between two corners"},
};

} // namespace

std::span<const ScalarFunction> point_functions() { return point_table; }

} // namespace lintas::query
