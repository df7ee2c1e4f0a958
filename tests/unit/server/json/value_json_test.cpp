#include "server/json/value_json.h"

#include "graph/error.h"
#include "list_cursor.h"
#include "server/json/json_reader.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace lintas;
using namespace lintas::server;

namespace {

std::string written(Encoding encoding, const Value& value) {
    static const auto graph = lintas::testing::two_people();
    JsonWriter writer;
    write_value(writer, encoding, value, *graph);
    return writer.take();
}

std::string typed(const Value& value) { return written(Encoding::Typed, value); }
std::string plain(const Value& value) { return written(Encoding::Plain, value); }

Value read(const std::string& text) { return read_typed(read_json(text)); }

const Value path = Path{{NodeId{1}, NodeId{0}}, {RelationshipId{0}}};

} // namespace

TEST_CASE("Plain JSON says values as JSON can", "[server][json]") {
    CHECK(plain({}) == "null");
    CHECK(plain(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807");
    CHECK(plain(3.0) == "3.0");
    CHECK(plain(1e300) == "1.0E300");
    CHECK(plain(std::numeric_limits<double>::quiet_NaN()) == "\"NaN\"");
    CHECK(plain(Value{List{1, Map{{"a", "b\"\n"}}}}) == R"([1,{"a":"b\"\n"}])");
    CHECK(plain(Date{16520}) == "\"2015-03-26\"");
    CHECK(plain(LocalTime{0}) == "\"00:00\"");
    CHECK(plain(Duration{1, 14, 58320, 0}) == "\"P1M14DT16H12M\"");
    CHECK(plain(Point{Crs::Wgs84, 101.65, 3.12, 0}) == "\"SRID=4326;POINT (101.65 3.12)\"");
}

TEST_CASE("Plain JSON spells out entities and paths", "[server][json]") {
    const std::string ada =
        R"({"elementId":"n:0","labels":["Person","Researcher"],"properties":{"name":"Ada"}})";
    const std::string knows =
        R"({"elementId":"r:0","startNodeElementId":"n:0",)"
        R"("endNodeElementId":"n:1","type":"KNOWS","properties":{"since":1990}})";
    const std::string other = R"({"elementId":"n:1","labels":[],"properties":{}})";
    CHECK(plain(NodeId{0}) == ada);
    CHECK(plain(RelationshipId{0}) == knows);
    CHECK(plain(path) == "[" + other + "," + knows + "," + ada + "]");
}

TEST_CASE("Typed JSON says of each value what it is", "[server][json]") {
    CHECK(typed({}) == R"({"$type":"Null","_value":null})");
    CHECK(typed(7) == R"({"$type":"Integer","_value":"7"})");
    CHECK(typed(7.0) == R"({"$type":"Float","_value":"7.0"})");
    CHECK(typed(true) == R"({"$type":"Boolean","_value":true})");
    CHECK(typed(Value{List{"x"}}) ==
          R"({"$type":"List","_value":[{"$type":"String","_value":"x"}]})");
    CHECK(typed(NodeId{0}) ==
          R"({"$type":"Node","_value":{"_element_id":"n:0","_labels":["Person","Researcher"],)"
          R"("_properties":{"name":{"$type":"String","_value":"Ada"}}}})");
    CHECK(typed(path).starts_with(R"({"$type":"Path","_value":[{"$type":"Node",)"));
    CHECK(typed(ZonedDateTime{0, 0, 3600, ZoneId{}}) ==
          R"({"$type":"OffsetDateTime","_value":"1970-01-01T01:00+01:00"})");
}

TEST_CASE("Typed local times have a fraction, unless printed as the language does",
          "[server][json]") {
    CHECK(typed(LocalTime{70'344'000'000'000}) == R"({"$type":"LocalTime","_value":"19:32:24.0"})");
    CHECK(typed(LocalTime{0}) == R"({"$type":"LocalTime","_value":"00:00:00.0"})");
    CHECK(typed(LocalDateTime{0, 5}) ==
          R"({"$type":"LocalDateTime","_value":"1970-01-01T00:00:00.000000005"})");
    CHECK(typed(LocalDateTime{1, 0}) ==
          R"({"$type":"LocalDateTime","_value":"1970-01-01T00:00:01.0"})");
    CHECK(written(Encoding::TypedAsPrinted, Value{List{LocalTime{0}}}) ==
          R"({"$type":"List","_value":[{"$type":"LocalTime","_value":"00:00"}]})");
}

TEST_CASE("Typed JSON is read back as it was written", "[server][json]") {
    const Value values[] = {{},
                            true,
                            std::numeric_limits<std::int64_t>::min(),
                            -0.5,
                            std::numeric_limits<double>::infinity(),
                            "text",
                            Value{List{1, Value{List{}}, Map{}}},
                            Map{{"a", 1}, {"$type", "x"}},
                            Point{Crs::Wgs84, 101.65, -3.12, 0},
                            Point{Crs::Cartesian3d, 1, 2.5, 1e30}};
    for (const auto& value : values) CHECK(typed(read(typed(value))) == typed(value));
}

TEST_CASE("Typed JSON of another form is refused", "[server][json]") {
    using Catch::Contains;
    const auto refused = [](const std::string& text, const std::string& why) {
        INFO(text);
        CHECK_THROWS_WITH(read(text), Contains(why));
    };
    refused("1", "Found INTEGER; a typed value is an object");
    refused("{}", "exactly `$type` and `_value`");
    refused(R"({"$type": "Integer", "_value": 1})", "must be a string");
    refused(R"({"$type": "Integer", "_value": "1.5"})", "64-bit integer");
    refused(R"({"$type": "Integer", "_value": ""})", "64-bit integer");
    refused(R"({"$type": "Float", "_value": "1x"})", "must be a number");
    refused(R"({"$type": "List", "_value": {}})", "must be an array");
    refused(R"({"$type": "Node", "_value": {}})", "A parameter cannot be of the type `Node`");
    for (const std::string text :
         {"POINT (1 2)", "SRID=4326;POINT (1 2", "SRID=4326", "SRID=1;POINT (1 2)",
          "SRID=4326;POINT (1 2 3)", "SRID=4326;POINT Z (1 2)", ""})
        refused(R"({"$type": "Point", "_value": ")" + text + "\"}", "is no point");
}
