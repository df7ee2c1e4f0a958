#include "function_cases.h"

#include <limits>

using namespace lintas;
using namespace lintas::testing;

namespace {

constexpr auto endless = std::numeric_limits<double>::infinity();
constexpr auto no_number = std::numeric_limits<double>::quiet_NaN();

const std::vector<FunctionCase> correct_calls = {
    {"toBoolean", {true}, "true"},
    {"toBoolean", {"TRUE"}, "true"},
    {"toBoolean", {" false "}, "false"},
    {"toBoolean", {" tru "}, "null"},
    {"toBoolean", {""}, "null"},
    {"toBoolean", {0}, "false"},
    {"toBoolean", {7}, "true"},
    {"toInteger", {2}, "2"},
    {"toInteger", {82.9}, "82"},
    {"toInteger", {-2.9}, "-2"},
    {"toInteger", {true}, "1"},
    {"toInteger", {"42"}, "42"},
    {"toInteger", {" -42\n"}, "-42"},
    {"toInteger", {"+42"}, "42"},
    {"toInteger", {"2.9"}, "2"},
    {"toInteger", {"9007199254740993.5"}, "9007199254740993"},
    {"toInteger", {"1e3"}, "1000"},
    {"toInteger", {".5"}, "0"},
    {"toInteger", {"-.5"}, "0"},
    {"toInteger", {"foo"}, "null"},
    {"toInteger", {""}, "null"},
    {"toInteger", {"0x1F"}, "null"},
    {"toInteger", {"1,000"}, "null"},
    {"toInteger", {"2.9x"}, "null"},
    {"toInteger", {"+-2"}, "null"},
    {"toInteger", {"9223372036854775807"}, "9223372036854775807"},
    {"toInteger", {"-9223372036854775808"}, "-9223372036854775808"},
    {"toInteger", {"NaN"}, "null"},
    {"toFloat", {3}, "3.0"},
    {"toFloat", {3.4}, "3.4"},
    {"toFloat", {"5"}, "5.0"},
    {"toFloat", {" +1.5e-3 "}, "0.0015"},
    {"toFloat", {".5"}, "0.5"},
    {"toFloat", {"foo"}, "null"},
    {"toFloat", {"-"}, "null"},
    {"toFloat", {"1.2.3"}, "null"},
    {"toFloat", {"inf"}, "null"},
    {"toFloat", {"NaN"}, "NaN"},
    {"toFloat", {"-Infinity"}, "-Infinity"},
    {"toFloat", {"1e999"}, "Infinity"},
    {"toFloat", {"-1e999"}, "-Infinity"},
    {"toFloat", {"1e-999"}, "0.0"},
    {"toString", {1}, "'1'"},
    {"toString", {2.3}, "'2.3'"},
    {"toString", {1e10}, "'1.0E10'"},
    {"toString", {false}, "'false'"},
    {"toString", {"apa"}, "'apa'"},
    {"toString", {Date{0}}, "'1970-01-01'"},
    {"toString", {Duration{14, 3, 61, 0}}, "'P1Y2M3DT1M1S'"},
    {"toString",
     {Point{Crs::Cartesian, 1, 2, 0}},
     "'point({x: 1.0, y: 2.0, crs: \\'cartesian\\'})'"},
    {"toBooleanOrNull", {"false"}, "false"},
    {"toBooleanOrNull", {1.5}, "null"},
    {"toIntegerOrNull", {"7"}, "7"},
    {"toIntegerOrNull", {Value{List{}}}, "null"},
    {"toIntegerOrNull", {1e300}, "null"},
    {"toFloatOrNull", {7}, "7.0"},
    {"toFloatOrNull", {true}, "null"},
    {"toStringOrNull", {7}, "'7'"},
    {"toStringOrNull", {Map{}}, "null"},
    {"toBooleanList", {Value{List{"true", 0, 1.5, Value{}}}}, "[true, false, null, null]"},
    {"toIntegerList",
     {Value{List{"1", 2.9, "x", Value{List{}}, 1e300}}},
     "[1, 2, null, null, null]"},
    {"toFloatList", {Value{List{"1", 2, true}}}, "[1.0, 2.0, null]"},
    {"toStringList", {Value{List{"a", 2, 1.5, Value{List{}}}}}, "['a', '2', '1.5', null]"},
};

// A list that holds the list before it twice, over and over.
Value doubled(int times, Value element) {
    for (int time = 0; time < times; ++time) element = Value{List{element, element}};
    return element;
}

} // namespace

TEST_CASE("Conversions give the value in the new type, or null", "[functions][conversion]") {
    check_functions(correct_calls);
}

TEST_CASE("Conversions give null for null", "[functions][conversion]") {
    check_null_in_null_out(correct_calls);
}

TEST_CASE("Conversions refuse types that they never convert", "[functions][conversion]") {
    check_functions({
        {"toBoolean", {1.0}, "TypeError InvalidArgumentValue"},
        {"toBoolean", {Value{List{}}}, "TypeError InvalidArgumentValue"},
        {"toInteger", {Value{List{}}}, "TypeError InvalidArgumentValue"},
        {"toInteger", {Map{}}, "TypeError InvalidArgumentValue"},
        {"toInteger", {NodeId{0}}, "TypeError InvalidArgumentValue"},
        {"toInteger", {1e300}, "ArgumentError NumberOutOfRange"},
        {"toInteger", {-endless}, "ArgumentError NumberOutOfRange"},
        {"toInteger", {no_number}, "ArgumentError NumberOutOfRange"},
        {"toInteger", {"9223372036854775808"}, "ArgumentError NumberOutOfRange"},
        {"toInteger", {"-9223372036854775809"}, "ArgumentError NumberOutOfRange"},
        {"toInteger", {"1e300"}, "ArgumentError NumberOutOfRange"},
        {"toFloat", {true}, "TypeError InvalidArgumentValue"},
        {"toFloat", {RelationshipId{0}}, "TypeError InvalidArgumentValue"},
        {"toString", {Value{List{}}}, "TypeError InvalidArgumentValue"},
        {"toString", {Map{}}, "TypeError InvalidArgumentValue"},
        {"toStringList", {1}, "TypeError InvalidArgumentValue"},
    });
}

TEST_CASE("valueType names the most precise type", "[functions][conversion]") {
    check_functions({
        {"valueType", {Value{}}, "'NULL'"},
        {"valueType", {true}, "'BOOLEAN NOT NULL'"},
        {"valueType", {1}, "'INTEGER NOT NULL'"},
        {"valueType", {1.5}, "'FLOAT NOT NULL'"},
        {"valueType", {"a"}, "'STRING NOT NULL'"},
        {"valueType", {Map{{"a", 1}}}, "'MAP NOT NULL'"},
        {"valueType", {NodeId{1}}, "'NODE NOT NULL'"},
        {"valueType", {ZonedDateTime{}}, "'ZONED DATETIME NOT NULL'"},
        {"valueType", {Value{List{}}}, "'LIST<NOTHING> NOT NULL'"},
        {"valueType", {Value{List{Value{}}}}, "'LIST<NULL> NOT NULL'"},
        {"valueType", {Value{List{1, 2}}}, "'LIST<INTEGER NOT NULL> NOT NULL'"},
        {"valueType", {Value{List{1, Value{}}}}, "'LIST<INTEGER> NOT NULL'"},
        {"valueType",
         {Value{List{1.5, "a", 1, true}}},
         "'LIST<BOOLEAN NOT NULL | STRING NOT NULL | INTEGER NOT NULL | FLOAT NOT NULL> NOT "
         "NULL'"},
        {"valueType",
         {Value{List{Value{List{1}}, Value{List{"a"}}, Value{List{1}}, 1}}},
         "'LIST<INTEGER NOT NULL | LIST<INTEGER NOT NULL> NOT NULL | LIST<STRING NOT NULL> NOT "
         "NULL> NOT NULL'"},
    });
}

TEST_CASE("valueType neither hangs on shared lists nor runs out of stack",
          "[functions][conversion][limits]") {
    Calls calls;
    CHECK(calls.call("valueType", {doubled(60, 1)}).string().starts_with("LIST<LIST<LIST<"));
    Value deep = 1;
    for (int level = 0; level < 5000; ++level) deep = Value{List{deep}};
    CHECK(calls.answer("valueType", {deep}) == "LimitExceeded NumberOutOfRange");
    Value wide = 1;
    for (int level = 0; level < 40; ++level) wide = Value{List{wide, Value{List{wide}}}};
    CHECK(calls.answer("valueType", {wide}) == "LimitExceeded NumberOutOfRange");
}
