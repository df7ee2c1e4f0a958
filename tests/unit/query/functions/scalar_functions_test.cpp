#include "function_cases.h"
#include "query/functions/operators.h"

using namespace lintas;
using namespace lintas::testing;

TEST_CASE("coalesce gives the first value that is not null", "[functions][scalar]") {
    check_functions({
        {"coalesce", {Value{}, 2, 3}, "2"},
        {"coalesce", {Value{}, Value{}}, "null"},
        {"coalesce", {"a"}, "'a'"},
        {"coalesce", {}, "SyntaxError InvalidNumberOfArguments"},
    });
}

TEST_CASE("nullIf gives null where both values are equal", "[functions][scalar]") {
    check_functions({
        {"nullIf", {1, 1}, "null"},
        {"nullIf", {1, 1.0}, "null"},
        {"nullIf", {1, 2}, "1"},
        {"nullIf", {"a", 1}, "'a'"},
        {"nullIf", {1, Value{}}, "1"},
        {"nullIf", {Value{}, 1}, "null"},
        {"nullIf", {Value{List{1, Value{}}}, Value{List{1, Value{}}}}, "[1, null]"},
        {"nullIf", {1}, "SyntaxError InvalidNumberOfArguments"},
    });
}

TEST_CASE("randomUUID gives another version 4 UUID each time", "[functions][scalar]") {
    Calls calls;
    const auto first = calls.call("randomUUID", {});
    CHECK(
        query::matches(first, "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
            .boolean());
    CHECK(first.string() != calls.call("randomUUID", {}).string());
    CHECK_FALSE(query::find_function("randomUUID")->deterministic);
}

TEST_CASE("timestamp gives the milliseconds at which the statement began", "[functions][scalar]") {
    check_functions({{"timestamp", {}, "1700000000123"}});
}
