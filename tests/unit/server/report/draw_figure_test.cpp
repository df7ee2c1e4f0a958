#include "server/report/draw_figure.h"
#include "server/report/table_view.h"
#include "server/report/write_report.h"

#include "xml_text.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::report;
using lintas::testing::is_well_formed;

namespace {

std::string drawn(Drawing drawing, std::vector<std::string> columns, std::vector<Row> rows) {
    ResultTable table;
    table.columns = std::move(columns);
    table.rows = std::move(rows);
    const auto texts = Forms{}.texts();
    const auto svg = draw_figure(drawing, table, {"figure", "Title", "Text"}, texts);
    if (!svg.empty()) CHECK(is_well_formed(svg));
    return svg;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

} // namespace

TEST_CASE("An answer without rows or without the columns draws nothing", "[report]") {
    for (const auto drawing : {Drawing::None, Drawing::HeatMap, Drawing::Lines, Drawing::Intervals,
                               Drawing::Arcs, Drawing::Map, Drawing::Network})
        CHECK(drawn(drawing, {"x"}, {}).empty());
    CHECK(drawn(Drawing::HeatMap, {"x"}, {{1}}).empty());
    CHECK(drawn(Drawing::None, {"x"}, {{1}}).empty());
}

TEST_CASE("A matrix says observed, ratio and verdict, and hatches what has no power", "[report]") {
    const auto svg =
        drawn(Drawing::HeatMap,
              {"row", "col", "observed", "expected", "ratio", "verdict", "underpowered"},
              {{"LA", "FR", 4, 2.0, 2.0, "none", true},
               {"KH", "DE", 0, 0.9, 0.0, "unknown", false},
               {"KH", "FR", 3, Value{}, Value{}, "unknown", Value{}}});
    CHECK(has(svg, "LA and FR: 4 joint, 2 expected, ratio 2, verdict none"));
    CHECK(has(svg, "KH and DE: 0 joint, 0.900 expected, ratio 0, verdict unknown"));
    CHECK(has(svg, "KH and FR: 3 joint, – expected, ratio –"));
    CHECK(svg.find(">KH</text>") < svg.find(">LA</text>"));
}

TEST_CASE("Lines are by series, in the order of the years", "[report]") {
    const auto svg = drawn(Drawing::Lines, {"series", "toYear", "observed", "low", "high"},
                           {{"b", 2021, 4, 3, 5},
                            {"a", 2020, 1, Value{}, Value{}},
                            {"b", 2020, 2, 1, 3},
                            {"a", Value{}, 9, Value{}, Value{}}});
    CHECK(has(svg, "b 2020: 2"));
    CHECK(has(svg, "b 2021: 4"));
    CHECK_FALSE(has(svg, ": 9"));
}

TEST_CASE("A share without counts is said alone, one without a value is not known", "[report]") {
    const auto svg = drawn(Drawing::Intervals, {"measure", "share", "low", "high", "count", "of"},
                           {{"x", 0.5, 0.4, 0.6, 5, 10},
                            {"y", 0.25, Value{}, Value{}, Value{}, Value{}},
                            {"z", Value{}, Value{}, Value{}, Value{}, Value{}}});
    CHECK(has(svg, ">50 % (5 of 10)<"));
    CHECK(has(svg, ">25 %<"));
    CHECK(has(svg, ">not known<"));
}

TEST_CASE("The band of a line is the share's interval in events", "[report]") {
    const std::vector<std::string> columns = {"series", "toYear", "observed",
                                              "total",  "low",    "high"};
    const std::vector<Row> rows = {{"a", 2020, 5, 10, 0.25, 0.75}, {"a", 2021, 6, 10, 0.5, 1.0}};
    // Ten events are the highest tick, so that the band reaches the top of the axis in 2021.
    const auto svg = drawn(Drawing::Lines, columns, rows);
    CHECK(has(svg, ">10</text>"));
    CHECK(has(svg, "L540 24"));
    const auto low = drawn(Drawing::ShortLines, columns, rows);
    CHECK(has(low, "L540 24"));
    CHECK(low.find("height=\"196\"") != low.npos);
}

TEST_CASE("A map of values is said in the sentence of its key", "[report]") {
    const auto texts = Forms{}.texts().with({{"name", "the report's"}, {"region", "ASEAN"}});
    const Figure plain{"plain"};
    MadeFigure made;
    made.figure = &plain;
    made.table.columns = {"suggestion", "series", "found"};
    const Value known{List{Value{Map{{"introducer", "X-1"}, {"name", "Institute X"}}}}};
    made.table.rows = {{known, "within", Value{}}, {Value{Map{{"strange", 1}}}, "other", 2}};
    const auto view = table_view(made, texts);
    const auto cell = [&](std::size_t row, std::size_t column) {
        return view.at("rows").list().at(row).map().at("cells").list().at(column).map();
    };
    CHECK(cell(0, 0).at("text").string() == "Institute X knows both");
    CHECK(cell(1, 0).at("text").string() == "strange 1");
    CHECK(cell(0, 1).at("text").string() == "among members of ASEAN");
    // What is missing stands under its heading all the same.
    CHECK(cell(0, 2).at("is_number").boolean());
}

TEST_CASE("Ties are drawn with the names of their ends", "[report]") {
    const std::vector<Row> rows = {
        {"KH", "FR", "Cambodia", "France", "ASEAN", "EU", 11.6, 104.9, 48.9, 2.4, 3},
        {"KH", "LA", "Cambodia", "Lao PDR", "ASEAN", "ASEAN", 11.6, 104.9, Value{}, Value{}, 1}};
    const std::vector<std::string> columns = {"row",      "col",      "rowName", "colName",
                                              "rowGroup", "colGroup", "rowLat",  "rowLon",
                                              "colLat",   "colLon",   "observed"};
    CHECK(has(drawn(Drawing::Arcs, columns, rows), "Cambodia and France: 3"));
    // A country without a position is not on the map; a build without outlines has none.
    const auto map = drawn(Drawing::Map, columns, rows);
    if (!map.empty()) {
        CHECK(has(map, ">FR<"));
        CHECK_FALSE(has(map, ">LA<"));
    }
    CHECK(has(drawn(Drawing::Network,
                    {"from", "to", "fromName", "toName", "fromGroup", "toGroup", "strength"},
                    {{"a", "b", "A & Co", "B", "ASEAN", "EU", 2}}),
              "A &amp; Co and B: 2"));
}

TEST_CASE("A matrix is folded for its table, and long tables say how much is left", "[report]") {
    const auto texts = Forms{}.texts();
    const Figure matrix{"matrix", Drawing::HeatMap};
    MadeFigure made;
    made.figure = &matrix;
    made.table.columns = {"row", "col", "observed", "ratio", "verdict"};
    made.table.rows = {{"KH", "FR", 3, 2.5, "none"}, {"LA", "DE", 0, Value{}, "unknown"}};
    auto view = table_view(made, texts);
    CHECK(view.at("columns").list().size() == 3);
    const auto& first = view.at("rows").list().at(0).map().at("cells").list();
    CHECK(first.at(0).map().at("text").string() == "KH");
    CHECK(first.at(1).map().at("text").string().empty());
    CHECK(first.at(2).map().at("text").string() == "3 (2.5)");

    const Figure plain{"plain"};
    made.figure = &plain;
    made.table.columns = {"id", "about", "observed"};
    made.table.rows.assign(45, Row{"x", Map{}, 1});
    view = table_view(made, texts);
    CHECK(view.at("columns").list().size() == 2);
    CHECK(view.at("rows").list().size() == 40);
    CHECK(view.at("more").string() == "More rows in the file: 5.");
}
