#include "server/report/drawing/arc_diagram.h"
#include "server/report/drawing/flow_map.h"
#include "server/report/drawing/heat_map.h"
#include "server/report/drawing/interval_chart.h"
#include "server/report/drawing/line_chart.h"
#include "server/report/drawing/network_drawing.h"

#include "xml_text.h"

#include <catch2/catch.hpp>

using namespace lintas::report;
using lintas::testing::is_well_formed;

namespace {

const Caption caption{"figure", "A title & more", "A <description>"};

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

template <typename Drawn> std::string drawn(const Drawn& drawing) {
    const auto text = draw(drawing, caption);
    CHECK(is_well_formed(text));
    CHECK(text == draw(drawing, caption));
    return text;
}

} // namespace

TEST_CASE("A heat map says each number and hatches what is not known", "[drawing]") {
    HeatMap map{{"KH", "LA"}, {"FR", "DE", "FI"}, {}, {"low", "high"}, "not known"};
    map.cells.resize(6);
    map.cells[0] = HeatCell{"3", "2.5", 4, false, "KH and FR"};
    map.cells[4] = HeatCell{"0", "0.0", 0, true, "LA and DE <&>"};
    const auto text = drawn(map);
    CHECK(count(text, ">2.5<") == 1);
    CHECK(count(text, "fill=\"url(#figure-hatch)\"") == 2); // the cell and the legend
    CHECK(count(text, "<g><title>") == 2);
    drawn(HeatMap{});
}

TEST_CASE("A line breaks where a value is missing, and names itself", "[drawing]") {
    LineChart chart{{{"one", {{2019, 1, 0.5, 2}, {2020, {}, {}, {}}, {2021, 3, 2, 4}}},
                     {"two", {{2019, 1, {}, {}}, {2021, 1, {}, {}}}},
                     {"none", {}}},
                    "Year",
                    "Events"};
    const auto text = drawn(chart);
    CHECK(count(text, ">one<") == 1);
    CHECK(count(text, ">none<") == 0);
    CHECK(count(text, "<circle") == 4);
    drawn(LineChart{});
    drawn(LineChart{{{"only", {{2020, 0, {}, {}}}}}, "", ""});
}

TEST_CASE("An interval without a value is named all the same", "[drawing]") {
    const auto text =
        drawn(IntervalChart{{{"known", 0.5, 0.4, 0.6, "50 %"}, {"other", {}, {}, {}, "no data"}}});
    CHECK(count(text, "no data") == 1);
    CHECK(count(text, "<circle") == 1);
}

TEST_CASE("Arcs between groups lie above, those within below", "[drawing]") {
    ArcDiagram diagram{{{"KH", "Cambodia", 0, 3}, {"LA", "Lao PDR", 0, 1}, {"FR", "France", 1, 3}},
                       {{0, 2, 3, "KH and FR"}, {0, 1, 1, "KH and LA"}, {1, 2, 0, "nothing"}},
                       {"ASEAN", "EU"}};
    const auto text = drawn(diagram);
    CHECK(count(text, "<path d=\"M16") == 3 - 1 + 0);
    CHECK(count(text, ">nothing<") == 0);
    drawn(ArcDiagram{});
}

TEST_CASE("A map shows the smallest members and leaves out what lies elsewhere", "[drawing]") {
    FlowMap map{{{"SG", "Singapore", {1.29, 103.85}, 5},
                 {"BN", "Brunei", {4.93, 114.92}, 1},
                 {"MT", "Malta", {35.9, 14.51}, 1},
                 {"TL", "Timor-Leste", {-8.55, 125.57}, 0},
                 {"US", "elsewhere", {38.9, -77}, 4}},
                {{0, 2, 5, "SG and MT"}, {0, 4, 4, "SG and US"}},
                {{{40, 0}, {50, 0}, {50, 10}}},
                "No opinion"};
    const auto text = drawn(map);
    for (const auto* code : {">SG<", ">BN<", ">MT<", ">TL<"}) CHECK(count(text, code) == 1);
    CHECK(count(text, ">US<") == 0);
    CHECK(count(text, "SG and US") == 0);
    CHECK(count(text, "No opinion") == 1);
}

TEST_CASE("An outline is cut at the edges of a window", "[drawing]") {
    const Window window{0, 10, 0, 10};
    const auto inside = cut({{1, 1}, {1, 9}, {9, 5}}, window);
    CHECK(inside.size() == 3);
    CHECK(cut({{20, 20}, {20, 30}, {30, 25}}, window).empty());
    const auto crossing = cut({{5, 5}, {5, 15}, {8, 15}, {8, 5}}, window);
    REQUIRE(crossing.size() == 4);
    for (const auto& point : crossing) CHECK(window.holds(point));
    CHECK(crossing[1].longitude == 10);
    CHECK(cut({}, window).empty());
}

TEST_CASE("Regions of a network differ by shape", "[drawing]") {
    const auto text = drawn(Network{{{"a", "A", 0, 1}, {"b", "B", 1, 2}, {"c", "C", 2, 0}},
                                    {{0, 1, 2, "a and b"}, {1, 2, 1, "b and c"}},
                                    {"ASEAN", "EU", "other"}});
    CHECK(count(text, "<rect") == 2); // one node and its entry in the legend
    CHECK(count(text, "<line") == 2);
    drawn(Network{});
}
