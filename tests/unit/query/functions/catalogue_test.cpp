#include "function_cases.h"
#include "query/functions/aggregate.h"

#include <algorithm>

using namespace lintas;
using namespace lintas::query;

TEST_CASE("Functions are found by name, whatever its case", "[functions][catalogue]") {
    CHECK(find_function("toUpper")->name == "toUpper");
    CHECK(find_function("TOUPPER")->name == "toUpper");
    CHECK(find_function("POINT.withinbbox")->name == "point.withinBBox");
    CHECK(find_function("toUppe") == nullptr);
    CHECK(find_function("toUpperr") == nullptr);
    CHECK(find_function("") == nullptr);
    CHECK(find_function("count") == nullptr);
    CHECK(find_aggregate("COUNT")->name == "count");
    CHECK(find_aggregate("percentiledisc")->name == "percentileDisc");
    CHECK(find_aggregate("size") == nullptr);
}

TEST_CASE("Functions are listed by name, each once and with a sentence", "[functions][catalogue]") {
    const auto functions = all_functions();
    REQUIRE(functions.size() > 80);
    for (std::size_t at = 1; at < functions.size(); ++at) {
        INFO(functions[at]->name);
        CHECK(find_function(functions[at]->name) == functions[at]);
        CHECK_FALSE(functions[at]->summary.empty());
        CHECK_FALSE(functions[at]->summary.ends_with('.'));
        CHECK(find_aggregate(functions[at]->name) == nullptr);
    }
}

TEST_CASE("Optional parameters come last and are not many", "[functions][catalogue]") {
    for (const auto* function : all_functions()) {
        INFO(function->name);
        CHECK(
            std::ranges::is_sorted(function->parameters.list(), {}, &FunctionParameter::optional));
    }
}

TEST_CASE("A name that is nearly right leads to the right one", "[functions][catalogue]") {
    CHECK(near_function("tolowr") == "toLower");
    CHECK(near_function("COLECT") == "collect");
    CHECK(near_function("substr") == "substring");
    CHECK(near_function("toInt") == "toInteger");
    CHECK(near_function("foo") == "");
    CHECK(near_function("subsrting") == "substring");
    CHECK(near_function("frobnicate") == "");
    CHECK(near_function("") == "");
    CHECK(near_function(std::string(100'000, 'a')) == "");
}

TEST_CASE("Types are described in words", "[functions][catalogue]") {
    CHECK(describe(Accepts::Number) == "an integer or a float");
    CHECK(describe(Accepts::Entity | Accepts::Map) == "a map, a node or a relationship");
    CHECK(describe(Accepts::Any) == "any value");
    CHECK(describe(Accepts::Nothing) == "null");
    CHECK(accepted_by(1) == Accepts::Integer);
    CHECK(accepted_by(Point{}) == Accepts::Point);
    CHECK(accepted_by(RelationshipId{}) == Accepts::Relationship);
    CHECK(accepted_by(ZonedDateTime{}) == Accepts::ZonedDateTime);
    CHECK(accepted_by({}) == Accepts::Nothing);
}

TEST_CASE("A wrong call says what was found and what is allowed", "[functions][catalogue]") {
    lintas::testing::Calls calls;
    CHECK_THROWS_WITH(calls.call("left", {"a"}), "Function `left` takes 2 arguments, not 1");
    CHECK_THROWS_WITH(calls.call("split", {}), "Function `split` takes 2 arguments, not 0");
    CHECK_THROWS_WITH(calls.call("substring", {"a"}),
                      "Function `substring` takes 2 to 3 arguments, not 1");
    CHECK_THROWS_WITH(calls.call("coalesce", {}),
                      "Function `coalesce` takes at least 1 argument, not 0");
    CHECK_THROWS_WITH(calls.call("pi", {1}), "Function `pi` takes 0 arguments, not 1");
    CHECK_THROWS_WITH(calls.call("toFloat", List{Value{List{}}}),
                      "Argument `value` of function `toFloat` is a list, it takes an integer, a "
                      "float or a string");
}
