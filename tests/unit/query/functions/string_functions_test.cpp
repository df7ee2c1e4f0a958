#include "function_cases.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

const std::vector<FunctionCase> string_calls = {
    {"left", {"abcdef", 2}, "'ab'"},
    {"left", {"abc", 0}, "''"},
    {"left", {"abc", 9}, "'abc'"},
    {"left", {"žluť", 2}, "'žl'"},
    {"right", {"abcdef", 2}, "'ef'"},
    {"right", {"abc", 9}, "'abc'"},
    {"right", {"abc", 0}, "''"},
    {"right", {"žluť", 1}, "'ť'"},
    {"substring", {"0123456789", 1}, "'123456789'"},
    {"substring", {"hello", 1, 3}, "'ell'"},
    {"substring", {"hello", 2, 99}, "'llo'"},
    {"substring", {"hello", 9}, "''"},
    {"substring", {"hello", 0, 0}, "''"},
    {"substring", {"ภาษาไทย", 4, 2}, "'ไท'"},
    {"toLower", {"HeLLo"}, "'hello'"},
    {"lower", {"ΟΔΥΣΣΕΥΣ"}, "'οδυσσευς'"},
    {"toLower", {"İ"}, "'i̇'"},
    {"toUpper", {"straße i"}, "'STRASSE I'"},
    {"upper", {"hello"}, "'HELLO'"},
    {"trim", {" \t\n hello\u00A0\u2003"}, "'hello'"},
    {"trim", {"   "}, "''"},
    {"btrim", {"éaéhéaé", "éa"}, "'h'"},
    {"btrim", {"hello", ""}, "'hello'"},
    {"btrim", {"\u3000 hello "}, "'hello'"},
    {"ltrim", {"  hello  "}, "'hello  '"},
    {"ltrim", {"0012300", "0"}, "'12300'"},
    {"rtrim", {"  hello  "}, "'  hello'"},
    {"rtrim", {"0012300", "0"}, "'00123'"},
    {"replace", {"hello", "l", "w"}, "'hewwo'"},
    {"replace", {"hello", "x", "w"}, "'hello'"},
    {"replace", {"aaaa", "aa", "b"}, "'bb'"},
    {"replace", {"hello", "l", "w", 1}, "'hewlo'"},
    {"replace", {"hello", "l", "w", 0}, "'hello'"},
    {"replace", {"hello", "l", ""}, "'heo'"},
    {"replace", {"né", "", "-"}, "'-n-é-'"},
    {"replace", {"abc", "", "-", 2}, "'-a-bc'"},
    {"split", {"one,two,,three", ","}, "['one', 'two', '', 'three']"},
    {"split", {"one1two", "1"}, "['one', 'two']"},
    {"split", {",", ","}, "['', '']"},
    {"split", {"", ","}, "['']"},
    {"split", {"", ""}, "['']"},
    {"split", {"aéb", ""}, "['a', 'é', 'b']"},
    {"split", {"a,b;c--d", Value{List{",", ";", "--"}}}, "['a', 'b', 'c', 'd']"},
    {"split", {"a--b-c", Value{List{"-", "--"}}}, "['a', 'b', 'c']"},
    {"split", {"abcba", Value{List{"", "b"}}}, "['a', 'c', 'a']"},
    {"split", {"abc", Value{List{}}}, "['abc']"},
    {"split", {"abc", Value{List{"b", Value{}}}}, "null"},
    {"char_length", {"žluť"}, "4"},
    {"CHARACTER_LENGTH", {"a👩‍🔬"}, "4"},
    {"normalize", {"\u212B"}, "'Å'"},
    {"normalize", {"\u00C5", "NFD"}, "'A\u030A'"},
    {"normalize", {"ﬁ", "NFKC"}, "'fi'"},
    {"normalize", {"ﬁ", "NFC"}, "'ﬁ'"},
    {"normalize", {"plain", "NFKD"}, "'plain'"},
};

} // namespace

TEST_CASE("Functions on text count characters, not bytes", "[functions][string]") {
    check_functions(string_calls);
}

TEST_CASE("Functions on text give null for null", "[functions][string]") {
    check_null_in_null_out(string_calls);
}

TEST_CASE("Functions on text refuse what is not text and counts below zero",
          "[functions][string]") {
    check_functions({
        {"left", {1, 2}, "TypeError InvalidArgumentValue"},
        {"left", {"a", 2.5}, "TypeError InvalidArgumentValue"},
        {"left", {"a", -1}, "ArgumentError NegativeIntegerArgument"},
        {"right", {"a", -1}, "ArgumentError NegativeIntegerArgument"},
        {"substring", {"abc", -1}, "ArgumentError NegativeIntegerArgument"},
        {"substring", {"abc", 0, -1}, "ArgumentError NegativeIntegerArgument"},
        {"substring", {"abc", 0, 1, 2}, "SyntaxError InvalidNumberOfArguments"},
        {"replace", {"abc", "b", "c", -1}, "ArgumentError NegativeIntegerArgument"},
        {"toUpper", {true}, "TypeError InvalidArgumentValue"},
        {"split", {"a", 1}, "TypeError InvalidArgumentValue"},
        {"split", {"a", Value{List{1}}}, "TypeError InvalidArgumentValue"},
        {"normalize", {"a", "NFX"}, "ArgumentError InvalidArgumentValue"},
        {"trim", {Value{List{"a"}}}, "TypeError InvalidArgumentValue"},
    });
}

TEST_CASE("No function builds a text of more than 256 MiB", "[functions][string][limits]") {
    Calls calls;
    const std::string text(20'000, 'a');
    CHECK(calls.answer("replace", {text, "a", text}) == "LimitExceeded NumberOutOfRange");
    CHECK(calls.answer("replace", {text, "", text}) == "LimitExceeded NumberOutOfRange");
    CHECK(calls.call("size", {calls.call("replace", {text, "a", "bb"})}).integer() == 40'000);
}

TEST_CASE("Splitting by a frequent and a rare delimiter takes one pass", "[functions][string]") {
    Calls calls;
    std::string text;
    for (int piece = 0; piece < 200'000; ++piece) text += "a,";
    const auto pieces = calls.call("split", {text, Value{List{",", "nowhere"}}});
    CHECK(pieces.list().size() == 200'001);
}
