#include "function_cases.h"

#include <limits>

using namespace lintas;
using namespace lintas::testing;

namespace {

constexpr auto least_integer = std::numeric_limits<std::int64_t>::min();
constexpr auto greatest_integer = std::numeric_limits<std::int64_t>::max();

const std::vector<FunctionCase> list_calls = {
    {"size", {Value{List{1, Value{}, 3}}}, "3"},
    {"size", {Value{List{}}}, "0"},
    {"size", {"žluť"}, "4"},
    {"head", {Value{List{1, 2}}}, "1"},
    {"head", {Value{List{}}}, "null"},
    {"last", {Value{List{1, 2}}}, "2"},
    {"last", {Value{List{}}}, "null"},
    {"tail", {Value{List{1, 2, 3}}}, "[2, 3]"},
    {"tail", {Value{List{1}}}, "[]"},
    {"tail", {Value{List{}}}, "[]"},
    {"reverse", {Value{List{1, "b", Value{}}}}, "[null, 'b', 1]"},
    {"reverse", {"raksO"}, "'Oskar'"},
    {"reverse", {"aéภ"}, "'ภéa'"},
    {"reverse", {""}, "''"},
    {"isEmpty", {Value{List{}}}, "true"},
    {"isEmpty", {Value{List{Value{}}}}, "false"},
    {"isEmpty", {Map{}}, "true"},
    {"isEmpty", {Map{{"a", 1}}}, "false"},
    {"isEmpty", {""}, "true"},
    {"isEmpty", {" "}, "false"},
    {"range", {0, 3}, "[0, 1, 2, 3]"},
    {"range", {3, 0}, "[]"},
    {"range", {1381, -3412, -1298}, "[1381, 83, -1215, -2513]"},
    {"range", {-10, 10, 3}, "[-10, -7, -4, -1, 2, 5, 8]"},
    {"range", {0, 1, 2}, "[0]"},
    {"range", {0, 0, -1}, "[0]"},
    {"range", {0, 1, -1}, "[]"},
    {"range",
     {greatest_integer - 1, greatest_integer},
     "[9223372036854775806, 9223372036854775807]"},
    {"range", {greatest_integer, least_integer, least_integer}, "[9223372036854775807, -1]"},
    {"range",
     {least_integer, greatest_integer, greatest_integer},
     "[-9223372036854775808, -1, 9223372036854775806]"},
};

} // namespace

TEST_CASE("Functions on lists give what the language says", "[functions][list]") {
    check_functions(list_calls);
}

TEST_CASE("Functions on lists give null for null", "[functions][list]") {
    check_null_in_null_out(list_calls);
}

TEST_CASE("Functions on lists refuse what is no list", "[functions][list]") {
    check_functions({
        {"size", {1}, "TypeError InvalidArgumentValue"},
        {"size", {Path{{NodeId{0}}, {}}}, "TypeError InvalidArgumentValue"},
        {"head", {"abc"}, "TypeError InvalidArgumentValue"},
        {"tail", {Map{}}, "TypeError InvalidArgumentValue"},
        {"reverse", {5}, "TypeError InvalidArgumentValue"},
        {"isEmpty", {0}, "TypeError InvalidArgumentValue"},
        {"range", {2, 8, 0}, "ArgumentError NumberOutOfRange"},
        {"range", {0.0, 1, 1}, "ArgumentError InvalidArgumentType"},
        {"range", {0, "xyz", 1}, "ArgumentError InvalidArgumentType"},
        {"range", {0, 1, Map{{"step", 1}}}, "ArgumentError InvalidArgumentType"},
        {"range", {0}, "SyntaxError InvalidNumberOfArguments"},
    });
}

TEST_CASE("No range is larger than memory", "[functions][list][limits]") {
    check_functions({
        {"range", {0, 1'000'000'000}, "LimitExceeded NumberOutOfRange"},
        {"range", {least_integer, greatest_integer}, "LimitExceeded NumberOutOfRange"},
        {"range", {greatest_integer, least_integer, -1}, "LimitExceeded NumberOutOfRange"},
    });
}
