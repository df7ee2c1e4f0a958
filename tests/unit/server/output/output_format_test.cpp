#include "server/output/output_format.h"

#include "list_cursor.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <limits>

using namespace lintas;
using namespace lintas::server;
using namespace std::chrono_literals;
using lintas::testing::ListCursor;

namespace {

std::string written(std::string_view format, ListCursor& cursor) {
    StringSink sink;
    output_format(format).write(cursor, sink);
    return sink.text();
}

ListCursor people() {
    return {{"name", "score", "tags"},
            {{"Ada", 3.5, Value{List{"a", 1}}},
             {"ชื่อ", 12, Value{}},
             {"東京 \"x\", y", Value{}, Map{}}}};
}

} // namespace

TEST_CASE("A table is aligned by what a terminal shows", "[server][output]") {
    auto cursor = people();
    CHECK(written("table", cursor) == "name        | score | tags\n"
                                      "------------+-------+---------\n"
                                      "Ada         |   3.5 | ['a', 1]\n"
                                      "ชื่อ          |    12 | null\n"
                                      "東京 \"x\", y |  null | {}\n"
                                      "(3 rows)\n");
}

TEST_CASE("A table lets no cell steer the terminal", "[server][output]") {
    ListCursor cursor{{"x"}, {{"a\x1B[2Jb\nc"}, {"\u202Eabc"}, {std::string{"\xFF"}}}};
    CHECK(written("table", cursor) == "x\n"
                                      "--------------\n"
                                      "a\\u{1b}[2Jb\\nc\n"
                                      "\\u{202e}abc\n"
                                      "\uFFFD\n"
                                      "(3 rows)\n");
}

TEST_CASE("A long table keeps the widths of its first rows and loses nothing", "[server][output]") {
    std::vector<std::vector<Value>> rows(1001, {Value{1}});
    rows.push_back({"a longer text"});
    ListCursor cursor{{"n"}, rows};
    const auto text = written("table", cursor);
    CHECK(text.ends_with("1\na longer text\n(1002 rows)\n"));
}

TEST_CASE("Records have a line for each column", "[server][output]") {
    auto cursor = people();
    CHECK(written("records", cursor) == "-- row 1\n"
                                        "name  | Ada\n"
                                        "score | 3.5\n"
                                        "tags  | ['a', 1]\n"
                                        "-- row 2\n"
                                        "name  | ชื่อ\n"
                                        "score | 12\n"
                                        "tags  | null\n"
                                        "-- row 3\n"
                                        "name  | 東京 \"x\", y\n"
                                        "score | null\n"
                                        "tags  | {}\n"
                                        "(3 rows)\n");
}

TEST_CASE("A table of no rows shows its columns", "[server][output]") {
    ListCursor cursor{{"a", "b"}, {}};
    CHECK(written("table", cursor) == "a | b\n--+--\n(0 rows)\n");
}

TEST_CASE("The table form shows the plan of EXPLAIN", "[server][output]") {
    ListCursor cursor{{"n"}, {}};
    cursor.summary().plan = query::PlanDescription{
        "Project", "n", {}, 12, {}, {{"Scan", "(n:Country)", {"n"}, 12.4, {{11, 23, 2ms}}, {}}}};
    CHECK(written("table", cursor) ==
          "Project n  (about 12 rows)\n"
          "  Scan (n:Country)  (about 12 rows, in fact 11; 23 store hits; 2.000 ms)\n");
}

TEST_CASE("CSV quotes what has to be quoted and tells null from empty", "[server][output]") {
    ListCursor cursor{{"a", "b,c"}, {{"x\"y", Value{}}, {"", "line\nbreak"}, {1.0, true}}};
    CHECK(written("csv", cursor) == "a,\"b,c\"\r\n"
                                    "\"x\"\"y\",\r\n"
                                    "\"\",\"line\nbreak\"\r\n"
                                    "1.0,true\r\n");
}

TEST_CASE("JSON holds columns and rows", "[server][output]") {
    auto cursor = people();
    CHECK(written("json", cursor) ==
          "{\"columns\":[\"name\",\"score\",\"tags\"],\"rows\":[[\"Ada\",3.5,[\"a\",1]],"
          "[\"ชื่อ\",12,null],[\"東京 \\\"x\\\", y\",null,{}]]}\n");
}

TEST_CASE("JSON lines hold an object a row", "[server][output]") {
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    ListCursor cursor{{"a", "b"}, {{1, 1.0}, {-infinity, std::string{"\xFF"}}}};
    CHECK(written("ndjson", cursor) == "{\"a\":1,\"b\":1.0}\n"
                                       "{\"a\":\"-Infinity\",\"b\":\"\uFFFD\"}\n");
}

TEST_CASE("Entities are written as patterns in tables", "[server][output]") {
    ListCursor cursor{{"n", "r"}, {{NodeId{0}, RelationshipId{0}}}};
    cursor.show(lintas::testing::two_people());
    CHECK(written("csv", cursor) ==
          "n,r\r\n(:Person:Researcher {name: 'Ada'}),[:KNOWS {since: 1990}]\r\n");
}

TEST_CASE("An unknown format is a mistake of usage", "[server][output]") {
    CHECK_THROWS_WITH(output_format("xml"), Catch::Contains("`xml` is no format"));
}
