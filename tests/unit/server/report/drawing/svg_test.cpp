#include "server/report/drawing/svg.h"

#include "xml_text.h"

#include <catch2/catch.hpp>

using namespace lintas::report;
using lintas::testing::is_well_formed;

TEST_CASE("A drawing is well-formed whatever its texts hold", "[svg]") {
    const std::string hostile = "</svg><script>alert('\"&')</script>\x01\x1f";
    Svg svg{{"figure-1", hostile, hostile, "en\""}, 100, 50.25};
    svg.begin_hint(hostile);
    svg.text(1, 2, hostile, {10, "#000000", Anchor::End, true, -45, "km"});
    svg.end_hint();
    svg.rectangle(0, 0, 10, 10, "", {"#000000", 1, "2 2", 0.5});
    svg.hatch(0, 0, 5, 5);
    const auto text = svg.finish();
    CHECK(is_well_formed(text));
    CHECK(text.find("<script>") == text.npos);
    CHECK(text.find("role=\"img\"") != text.npos);
    CHECK(text.find("<desc id=\"figure-1-description\">") != text.npos);
}

TEST_CASE("The check of well-formedness refuses what is not", "[svg]") {
    CHECK(is_well_formed("<a b=\"1\"><c/>x &amp; y</a>"));
    for (const auto* broken : {"", "x", "<a>", "<a></b>", "<a/><b/", "<a>&</a>", "<a b=1/>",
                               "<a b=\"1\" b=\"2\"/>", "<a></a>x<", "<a><b></a></b>"})
        CHECK_FALSE(is_well_formed(broken));
}

TEST_CASE("Coordinates have at most one decimal and no negative zero", "[svg]") {
    CHECK(coordinate(12) == "12");
    CHECK(coordinate(12.449) == "12.4");
    CHECK(coordinate(-0.04) == "0");
    CHECK(coordinate(-0.26) == "-0.3");
    CHECK(coordinate(-12.5) == "-12.5");
}
