#include "function_cases.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

Value flat(double x, double y) { return Point{Crs::Cartesian, x, y, 0}; }
Value high(double x, double y, double z) { return Point{Crs::Cartesian3d, x, y, z}; }
Value place(double longitude, double latitude) { return Point{Crs::Wgs84, longitude, latitude, 0}; }

const auto bangkok = place(100.5018, 13.7563);
const auto jakarta = place(106.8456, -6.2088);

} // namespace

TEST_CASE("A point is made from the coordinates of a map", "[functions][point]") {
    check_functions({
        {"point", {Map{{"x", 1}, {"y", 2.5}}}, "point({x: 1.0, y: 2.5, crs: 'cartesian'})"},
        {"point",
         {Map{{"x", 1}, {"y", 2}, {"z", 3}}},
         "point({x: 1.0, y: 2.0, z: 3.0, crs: 'cartesian-3d'})"},
        {"point",
         {Map{{"longitude", 100.5}, {"latitude", 13.75}}},
         "point({x: 100.5, y: 13.75, crs: 'wgs-84'})"},
        {"point",
         {Map{{"longitude", 1}, {"latitude", 2}, {"height", 3}}},
         "point({x: 1.0, y: 2.0, z: 3.0, crs: 'wgs-84-3d'})"},
        {"point",
         {Map{{"x", 1}, {"y", 2}, {"crs", "wgs-84"}}},
         "point({x: 1.0, y: 2.0, crs: 'wgs-84'})"},
        {"point",
         {Map{{"x", 1}, {"y", 2}, {"z", 3}, {"srid", 4979}}},
         "point({x: 1.0, y: 2.0, z: 3.0, crs: 'wgs-84-3d'})"},
        {"point",
         {Map{{"longitude", 181}, {"latitude", 0}}},
         "point({x: -179.0, y: 0.0, crs: 'wgs-84'})"},
        {"point", {Map{{"x", 1}, {"y", Value{}}}}, "null"},
        {"point", {Value{}}, "null"},
    });
}

TEST_CASE("A map that is no point is refused", "[functions][point]") {
    check_functions({
        {"point", {1}, "TypeError InvalidArgumentValue"},
        {"point", {Map{}}, "ArgumentError InvalidArgumentValue"},
        {"point", {Map{{"x", 1}}}, "ArgumentError InvalidArgumentValue"},
        {"point", {Map{{"x", 1}, {"latitude", 1}}}, "ArgumentError InvalidArgumentValue"},
        {"point", {Map{{"x", "1"}, {"y", 1}}}, "TypeError InvalidArgumentValue"},
        {"point", {Map{{"x", 1}, {"y", 1}, {"crs", "mars"}}}, "ArgumentError InvalidArgumentValue"},
        {"point", {Map{{"x", 1}, {"y", 1}, {"crs", 4326.0}}}, "ArgumentError InvalidArgumentValue"},
        {"point", {Map{{"x", 1}, {"y", 1}, {"srid", 9157}}}, "ArgumentError InvalidArgumentValue"},
        {"point",
         {Map{{"longitude", 1}, {"latitude", 1}, {"crs", "cartesian"}}},
         "ArgumentError InvalidArgumentValue"},
        {"point", {Map{{"longitude", 0}, {"latitude", 91}}}, "ArgumentError NumberOutOfRange"},
    });
}

TEST_CASE("Distances are lines on paper and great circles on earth", "[functions][point]") {
    check_functions({
        {"point.distance", {flat(0, 0), flat(3, 4)}, "5.0"},
        {"distance", {high(0, 0, 0), high(2, 3, 6)}, "7.0"},
        {"point.distance", {flat(0, 0), place(0, 0)}, "null"},
        {"point.distance", {flat(0, 0), Value{}}, "null"},
        {"point.distance", {place(7, 0), place(7, 0)}, "0.0"},
        {"point.distance", {1, 2}, "TypeError InvalidArgumentValue"},
    });
    Calls calls;
    CHECK(calls.call("point.distance", {bangkok, jakarta}).floating() ==
          Approx(2'323'000).epsilon(0.01));
    CHECK(calls.call("point.distance", {place(0, 90), place(0, -90)}).floating() ==
          Approx(3.14159265 * 6'378'140));
    CHECK(calls
              .call("point.distance",
                    {Point{Crs::Wgs84_3d, 5, 5, 0}, Point{Crs::Wgs84_3d, 5, 5, 900}})
              .floating() == Approx(900));
}

TEST_CASE("A box holds its borders and may go over the antimeridian", "[functions][point]") {
    check_functions({
        {"point.withinBBox", {flat(1, 1), flat(0, 0), flat(1, 1)}, "true"},
        {"point.withinBBox", {flat(2, 1), flat(0, 0), flat(1, 1)}, "false"},
        {"point.withinBBox", {flat(1, 1), flat(2, 0), flat(1, 1)}, "false"},
        {"point.withinBBox", {high(0, 0, 5), high(0, 0, 0), high(1, 1, 4)}, "false"},
        {"point.withinBBox", {place(179, 0), place(170, -1), place(-170, 1)}, "true"},
        {"point.withinBBox", {place(0, 0), place(170, -1), place(-170, 1)}, "false"},
        {"point.withinBBox", {place(0, 0), flat(-1, -1), flat(1, 1)}, "null"},
        {"point.withinBBox", {place(0, 0), Value{}, place(1, 1)}, "null"},
        {"point.withinBBox", {place(0, 0), place(0, 0)}, "SyntaxError InvalidNumberOfArguments"},
    });
}
