#include "server/json/json_reader.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::server;
using Catch::Contains;

TEST_CASE("JSON becomes values of the same kind", "[server][json]") {
    CHECK(to_text(read_json(R"({"a": [1, -2.5, true, null, "é"], "b": {}})")) ==
          "{a: [1, -2.5, true, null, 'é'], b: {}}");
    CHECK(to_text(read_json(" 3.0 ")) == "3.0");
    CHECK(to_text(read_json("1e3")) == "1000.0");
    CHECK(to_text(read_json(R"("\u00e9\ud83d\ude00\n")")) == "'é😀\\n'");
}

TEST_CASE("JSON integers are exact over 64 bits, and refused beyond", "[server][json]") {
    CHECK(read_json("9223372036854775807").integer() == INT64_MAX);
    CHECK(read_json("-9223372036854775808").integer() == INT64_MIN);
    CHECK(read_json("9007199254740993").integer() == 9007199254740993);
    CHECK_THROWS_WITH(read_json("9223372036854775808"), Contains("does not fit 64 bits"));
    CHECK_THROWS_AS(read_json("1e400"), Error);
    CHECK(read_json("1e-400").floating() == 0);
    CHECK(read_json("-0.0").floating() == 0);
}

TEST_CASE("What is not JSON is refused with its place", "[server][json]") {
    for (const char* text :
         {"", "  ", "{", "[1,", "[1 2]", "{\"a\" 1}", "nul", "'a'", "01", "+1", "1.", "{\"a\":1,}",
          "[1] x", "\"\x01\"", "\"\\x\"", "NaN", "Infinity", "// x\n1"})
        CHECK_THROWS_WITH(read_json(text), Contains("The JSON is broken at byte"));
    CHECK_THROWS_WITH(read_json(std::string_view{"1\0 2", 4}), Contains("at byte 1"));
    CHECK_THROWS_WITH(read_json("[1, x]"), Contains("at byte 4"));
}

TEST_CASE("What is not UTF-8 is refused", "[server][json]") {
    CHECK_THROWS_AS(read_json("\"\xFF\""), Error);
    CHECK_THROWS_AS(read_json("\"\xC0\xAF\""), Error);
    CHECK_THROWS_AS(read_json("\"\xED\xA0\x80\""), Error);
    CHECK_THROWS_AS(read_json(R"("\ud800")"), Error);
    CHECK_THROWS_AS(read_json(R"("\udc00")"), Error);
    CHECK_THROWS_AS(read_json(R"({"\udc00": 1})"), Error);
}

TEST_CASE("A key that comes twice is refused", "[server][json]") {
    CHECK_THROWS_WITH(read_json(R"({"a": 1, "b": {"a": 1}, "a": 2})"),
                      Contains("the key `a` again"));
}

TEST_CASE("Nesting is read up to the limit and refused beyond it", "[server][json]") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK_NOTHROW(read_json(nested(json_depth)));
    CHECK_THROWS_WITH(read_json(nested(json_depth + 1)), Contains("nested deeper than 200 levels"));
    CHECK_THROWS_AS(read_json(nested(1'000'000)), Error);
    CHECK_THROWS_AS(read_json(std::string(1'000'000, '[')), Error);
}
