#include "graph/error.h"
#include "server/report/topology.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::report;

namespace {

// Two countries side by side that share an arc, and one at the 180th meridian.
constexpr auto text = R"json({
  "type": "Topology",
  "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
  "arcs": [[[2, 0], [0, 4]],
           [[2, 4], [-2, 0], [0, -4], [2, 0]],
           [[2, 0], [2, 0], [0, 4], [-2, 0]],
           [[338, 0], [-716, 0], [0, 2], [716, 0], [0, -2]]],
  "objects": {"countries": {"geometries": [
    {"type": "Polygon", "arcs": [[0, 1]]},
    {"type": "MultiPolygon", "arcs": [[[2, -1]], [[3]]]},
    {"type": "Point", "coordinates": [1, 2]}]}}
})json";

std::vector<double> longitudes(const Ring& ring) {
    std::vector<double> all;
    for (const auto& point : ring) all.push_back(point.longitude);
    return all;
}

} // namespace

TEST_CASE("Rings are joined from arcs, also from those walked backwards", "[report]") {
    const auto rings = read_countries(text);
    REQUIRE(rings.size() == 3);
    CHECK(longitudes(rings[0]) == std::vector<double>{11, 11, 10, 10, 11});
    CHECK(longitudes(rings[1]) == std::vector<double>{11, 12, 12, 11, 11});
    CHECK(rings[1][2].latitude == 22);
    CHECK(rings[1].back().latitude == 20);
}

TEST_CASE("A ring goes on beyond the 180th meridian", "[report]") {
    CHECK(longitudes(read_countries(text)[2]) == std::vector<double>{179, 181, 181, 179, 179});
}

TEST_CASE("Outlines that are not TopoJSON are refused", "[report]") {
    for (const auto* broken :
         {"", "[]", "{}", R"({"arcs": [], "transform": {"scale": [1], "translate": [0, 0]}})",
          R"({"arcs": [[[0, "x"]]], "transform": {"scale": [1, 1], "translate": [0, 0]}})",
          R"({"arcs": [], "transform": {"scale": [1, 1], "translate": [0, 0]},
                 "objects": {"countries": {"geometries": [{"type": "Polygon", "arcs": [[7]]}]}}})"})
        CHECK_THROWS_AS(read_countries(broken), Error);
}
