#include "query/functions/operators.h"

#include "function_cases.h"

#include <limits>

using namespace lintas;
using lintas::testing::answer_of;
using lintas::testing::Calls;

namespace {

constexpr auto operand_floor = std::numeric_limits<std::int64_t>::min();
constexpr auto operand_ceiling = std::numeric_limits<std::int64_t>::max();

using Operator = Value (*)(const Value&, const Value&);

struct OperatorCase {
    Operator operation;
    Value left;
    Value right;
    std::string_view answer;
};

void check_operators(const std::vector<OperatorCase>& cases) {
    for (const auto& [operation, left, right, answer] : cases) {
        INFO(to_text(left) << " with " << to_text(right));
        CHECK(answer_of([&, run = operation] { return run(left, right); }) == answer);
    }
}

constexpr auto overflow = "ArgumentError NumberOutOfRange";
constexpr auto wrong_type = "TypeError InvalidArgumentType";

} // namespace

TEST_CASE("Arithmetic on integers is exact or an error", "[functions][operators]") {
    using namespace query;
    check_operators({
        {add, 1, 2, "3"},
        {add, operand_ceiling, 1, overflow},
        {add, operand_floor, -1, overflow},
        {subtract, 1, 2, "-1"},
        {subtract, operand_floor, 1, overflow},
        {multiply, 6, 7, "42"},
        {multiply, operand_ceiling, 2, overflow},
        {multiply, operand_floor, -1, overflow},
        {divide, 7, 2, "3"},
        {divide, -7, 2, "-3"},
        {divide, 1, 0, overflow},
        {divide, operand_floor, -1, overflow},
        {modulo, 7, 3, "1"},
        {modulo, -7, 3, "-1"},
        {modulo, 7, -3, "1"},
        {modulo, 1, 0, overflow},
        {modulo, operand_floor, -1, "0"},
        {power, 4, 3, "64.0"},
        {power, 2, -1, "0.5"},
    });
    CHECK(answer_of([] { return negate(5); }) == "-5");
    CHECK(answer_of([] { return negate(operand_floor); }) == overflow);
}

TEST_CASE("Arithmetic on floats follows IEEE 754", "[functions][operators]") {
    using namespace query;
    check_operators({
        {add, 1, 0.5, "1.5"},
        {subtract, 0.5, 1, "-0.5"},
        {multiply, 1e200, 1e200, "Infinity"},
        {divide, 1.0, 0, "Infinity"},
        {divide, -1, 0.0, "-Infinity"},
        {divide, 0.0, 0.0, "NaN"},
        {divide, 7, 2.0, "3.5"},
        {modulo, 7.5, 2, "1.5"},
        {modulo, -7.5, 2, "-1.5"},
        {modulo, 1, 0.0, "NaN"},
        {power, 2.0, 0.5, "1.4142135623730951"},
    });
    CHECK(answer_of([] { return negate(1.5); }) == "-1.5");
}

TEST_CASE("Arithmetic takes temporal values and durations", "[functions][operators]") {
    using namespace query;
    const Duration day{0, 1, 0, 0};
    check_operators({
        {add, Date{0}, day, "'1970-01-02'"},
        {add, day, Date{0}, "'1970-01-02'"},
        {subtract, Date{0}, day, "'1969-12-31'"},
        {add, day, day, "'P2D'"},
        {subtract, day, day, "'PT0S'"},
        {multiply, day, 3, "'P3D'"},
        {multiply, 0.5, day, "'PT12H'"},
        {divide, day, 2, "'PT12H'"},
        {add, Date{0}, Date{0}, wrong_type},
        {add, Date{0}, 1, wrong_type},
        {subtract, day, Date{0}, wrong_type},
        {divide, 1, day, wrong_type},
        {add, Date{0}, Value{}, "null"},
        {multiply, Value{}, day, "null"},
    });
}

TEST_CASE("Plus joins texts and lists", "[functions][operators]") {
    using namespace query;
    check_operators({
        {add, "a", "b", "'ab'"},
        {add, "a", 1, "'a1'"},
        {add, 1.5, "b", "'1.5b'"},
        {add, "is ", true, "'is true'"},
        {add, Value{List{1}}, Value{List{2, 3}}, "[1, 2, 3]"},
        {add, Value{List{false}}, true, "[false, true]"},
        {add, 1, Value{List{2}}, "[1, 2]"},
        {add, "a", Value{List{"b"}}, "['a', 'b']"},
        {add, Value{List{}}, Map{}, "[{}]"},
        {concatenate, "a", "b", "'ab'"},
        {concatenate, Value{List{1}}, Value{List{2}}, "[1, 2]"},
        {concatenate, "a", 1, wrong_type},
        {concatenate, Value{List{1}}, 2, wrong_type},
    });
}

TEST_CASE("Operators give null for null", "[functions][operators]") {
    using namespace query;
    for (const auto operation :
         {add, subtract, multiply, divide, modulo, power, concatenate, matches}) {
        check_operators({
            {operation, Value{}, 1, "null"},
            {operation, 1, Value{}, "null"},
            {operation, Value{}, Value{}, "null"},
            {operation, Value{List{1}}, Value{}, "null"},
            {operation, Value{}, "a", "null"},
        });
    }
    CHECK(negate({}).is_null());
}

TEST_CASE("Operators refuse types that do not go together", "[functions][operators]") {
    using namespace query;
    check_operators({
        {add, 1, true, wrong_type},
        {add, true, false, wrong_type},
        {add, Map{}, "a", wrong_type},
        {add, "a", NodeId{0}, wrong_type},
        {subtract, "a", "b", wrong_type},
        {subtract, Value{List{1}}, 1, wrong_type},
        {multiply, "a", 2, wrong_type},
        {divide, 1, "2", wrong_type},
        {modulo, Value{List{}}, 2, wrong_type},
        {modulo, Duration{}, 2, wrong_type},
        {power, true, 2, wrong_type},
    });
    CHECK(answer_of([] { return negate("a"); }) == wrong_type);
}

TEST_CASE("No operator builds a value larger than memory", "[functions][operators][limits]") {
    Value text = std::string(1 << 20, 'a');
    for (int time = 0; time < 8; ++time) text = query::add(text, text);
    CHECK(answer_of([&] { return query::add(text, text); }) == "LimitExceeded NumberOutOfRange");
    CHECK(answer_of([&] { return query::concatenate(text, "a"); }) ==
          "LimitExceeded NumberOutOfRange");
    CHECK(answer_of([&] { return query::add(text, 1); }) == "LimitExceeded NumberOutOfRange");
}

TEST_CASE("Texts are searched byte by byte, other types give null", "[functions][operators]") {
    using namespace query;
    check_operators({
        {starts_with, "abcdef", "abc", "true"},
        {starts_with, "abc", "abcd", "false"},
        {starts_with, "abc", "", "true"},
        {starts_with, 1, "a", "null"},
        {starts_with, "a", Value{List{}}, "null"},
        {ends_with, "abcdef", "def", "true"},
        {ends_with, "abc", "b", "false"},
        {ends_with, "a", Value{}, "null"},
        {contains, "abcdef", "cd", "true"},
        {contains, "abc", "C", "false"},
        {contains, Map{}, "a", "null"},
    });
}

TEST_CASE("A regular expression matches the whole text", "[functions][operators]") {
    using namespace query;
    check_operators({
        {matches, "abc", "a.c", "true"},
        {matches, "abcd", "a.c", "false"},
        {matches, "ABC", "(?i)abc", "true"},
        {matches, "a\nc", "a.c", "false"},
        {matches, "a\nc", "(?s)a.c", "true"},
        {matches, "žluť", "\\p{L}{4}", "true"},
        {matches, "", "", "true"},
        {matches, 1, "1", "null"},
        {matches, "a", "(", "ArgumentError InvalidArgumentValue"},
        {matches, "a", "(?=a)a", "ArgumentError InvalidArgumentValue"},
        {matches, "a", "(a)\\1", "ArgumentError InvalidArgumentValue"},
        {matches, "a", "((a{1000}){1000}){1000}", "ArgumentError InvalidArgumentValue"},
        {matches, std::string(50'000, 'a') + "b", "(a*)*", "false"},
    });
    for (int number = 0; number < 100; ++number)
        CHECK(matches(std::to_string(number), std::to_string(number)).boolean());
}

TEST_CASE("IN is true, false or null as equality decides", "[functions][operators]") {
    using query::in_list;
    check_operators({
        {in_list, 1, Value{List{1, 2, Value{}}}, "true"},
        {in_list, 1, Value{List{Value{}, 1}}, "true"},
        {in_list, 4, Value{List{1, Value{}, 3}}, "null"},
        {in_list, 4, Value{List{1, 3}}, "false"},
        {in_list, 1, Value{List{"1", 2}}, "false"},
        {in_list, 1, Value{List{1.0}}, "true"},
        {in_list, Value{List{1, 2}}, Value{List{1, Value{List{1, 2}}}}, "true"},
        {in_list, Value{List{1, 2}}, Value{List{Value{List{Value{}, 2}}, Value{List{1, 3}}}},
         "null"},
        {in_list, Value{List{Value{}}}, Value{List{Value{}}}, "null"},
        {in_list, Value{List{}}, Value{List{Value{List{}}}}, "true"},
        {in_list, Value{}, Value{List{}}, "false"},
        {in_list, Value{}, Value{List{1}}, "null"},
        {in_list, 1, Value{}, "null"},
        {in_list, Value{}, Value{}, "null"},
        {in_list, 1, "abc", wrong_type},
        {in_list, Value{}, 1, wrong_type},
    });
}

TEST_CASE("An element is found by place or by name", "[functions][operators]") {
    Calls calls;
    const Value list{Value{List{1, 2, 3}}};
    const Map map{{"name", "Apa"}, {"none", Value{}}};
    const auto answer = [&](const Value& base, const Value& index) {
        return answer_of([&] { return query::element(base, index, calls.context); });
    };
    CHECK(answer(list, 0) == "1");
    CHECK(answer(list, -1) == "3");
    CHECK(answer(list, 3) == "null");
    CHECK(answer(list, -4) == "null");
    CHECK(answer(list, operand_floor) == "null");
    CHECK(answer(map, "name") == "'Apa'");
    CHECK(answer(map, "Name") == "null");
    CHECK(answer(map, "none") == "null");
    CHECK(answer(Value{}, 0) == "null");
    CHECK(answer(list, Value{}) == "null");
    CHECK(answer(map, Value{}) == "null");
    CHECK(answer(list, "1") == wrong_type);
    CHECK(answer(list, 1.0) == wrong_type);
    CHECK(answer(map, 0) == "TypeError MapElementAccessByNonString");
    CHECK(answer(map, 12.3) == "TypeError MapElementAccessByNonString");
    CHECK(answer(100, 0) == wrong_type);
    CHECK(answer("1", 0) == wrong_type);
    CHECK(answer(true, "a") == wrong_type);
}

TEST_CASE("A slice is half open and clamped", "[functions][operators]") {
    const Value list = Value{List{1, 2, 3}};
    const auto answer = [](const Value& base, std::optional<Value> from, std::optional<Value> to) {
        return answer_of([&] { return query::slice(base, from, to); });
    };
    CHECK(answer(list, 1, 3) == "[2, 3]");
    CHECK(answer(list, 1, {}) == "[2, 3]");
    CHECK(answer(list, {}, 2) == "[1, 2]");
    CHECK(answer(list, {}, {}) == "[1, 2, 3]");
    CHECK(answer(list, 0, 0) == "[]");
    CHECK(answer(list, -3, -1) == "[1, 2]");
    CHECK(answer(list, 3, 1) == "[]");
    CHECK(answer(list, -5, 5) == "[1, 2, 3]");
    CHECK(answer(list, operand_floor, operand_ceiling) == "[1, 2, 3]");
    CHECK(answer(list, 9, {}) == "[]");
    CHECK(answer(list, Value{}, 2) == "null");
    CHECK(answer(list, 1, Value{}) == "null");
    CHECK(answer(Value{}, 1, 2) == "null");
    CHECK(answer(list, 1.0, 2) == wrong_type);
    CHECK(answer(list, 1, "2") == wrong_type);
    CHECK(answer("abc", 1, 2) == wrong_type);
}
