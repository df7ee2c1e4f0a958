#include "function_cases.h"

#include <cmath>
#include <limits>

using namespace lintas;
using namespace lintas::testing;

namespace {

constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
constexpr auto unbounded = std::numeric_limits<double>::infinity();
constexpr auto nan_value = std::numeric_limits<double>::quiet_NaN();

const std::vector<FunctionCase> math_calls = {
    {"abs", {-1}, "1"},
    {"abs", {-1.5}, "1.5"},
    {"abs", {3}, "3"},
    {"ceil", {0.1}, "1.0"},
    {"ceiling", {-1.5}, "-1.0"},
    {"ceil", {7}, "7.0"},
    {"floor", {-0.1}, "-1.0"},
    {"floor", {9007199254740993}, "9.007199254740992E15"},
    {"sign", {-17}, "-1"},
    {"sign", {0}, "0"},
    {"sign", {0.1}, "1"},
    {"sign", {nan_value}, "0"},
    {"isNaN", {nan_value}, "true"},
    {"isNaN", {1}, "false"},
    {"sqrt", {12.96}, "3.6"},
    {"sqrt", {-1}, "NaN"},
    {"exp", {0}, "1.0"},
    {"exp", {1000}, "Infinity"},
    {"log", {1}, "0.0"},
    {"log", {0}, "-Infinity"},
    {"log", {-1}, "NaN"},
    {"log10", {1000}, "3.0"},
    {"sin", {0}, "0.0"},
    {"cos", {0}, "1.0"},
    {"tan", {0}, "0.0"},
    {"cot", {0.7853981633974483}, "1.0000000000000002"},
    {"cot", {0}, "Infinity"},
    {"asin", {1}, "1.5707963267948966"},
    {"acos", {1}, "0.0"},
    {"acos", {2}, "NaN"},
    {"atan", {1}, "0.7853981633974483"},
    {"atan2", {1, -1}, "2.356194490192345"},
    {"sinh", {0}, "0.0"},
    {"cosh", {0}, "1.0"},
    {"tanh", {0}, "0.0"},
    {"coth", {unbounded}, "1.0"},
    {"degrees", {3.141592653589793}, "180.0"},
    {"radians", {180}, "3.141592653589793"},
    {"haversin", {3.141592653589793}, "1.0"},
    {"haversin", {1e-9}, "2.5E-19"},
    {"round", {3.141592}, "3.0"},
    {"round", {-1.5}, "-1.0"},
    {"round", {1.5}, "2.0"},
    {"round", {2.5}, "3.0"},
    {"round", {-0.2}, "0.0"},
    {"round", {0.49999999999999994}, "0.0"},
    {"round", {4503599627370497.0}, "4.503599627370497E15"},
    {"round", {unbounded}, "Infinity"},
    {"round", {nan_value}, "NaN"},
    {"round", {5}, "5.0"},
    {"round", {-1.5, 0}, "-1.0"},
    {"round", {3.141592, 3}, "3.142"},
    {"round", {1.005, 2}, "1.01"},
    {"round", {-1.005, 2}, "-1.01"},
    {"round", {9.996, 2}, "10.0"},
    {"round", {1e300, 2}, "1.0E300"},
    {"round", {5e-324, 400}, "5.0E-324"},
    {"round", {0.1, 1000000000}, "0.1"},
    {"round", {-1.5, 0, "HALF_UP"}, "-2.0"},
    {"round", {1.249, 1, "UP"}, "1.3"},
    {"round", {-1.251, 1, "UP"}, "-1.3"},
    {"round", {1.251, 1, "DOWN"}, "1.2"},
    {"round", {1.251, 1, "CEILING"}, "1.3"},
    {"round", {-1.251, 1, "CEILING"}, "-1.2"},
    {"round", {1.251, 1, "FLOOR"}, "1.2"},
    {"round", {-1.251, 1, "FLOOR"}, "-1.3"},
    {"round", {1.25, 1, "HALF_DOWN"}, "1.2"},
    {"round", {1.2501, 1, "HALF_DOWN"}, "1.3"},
    {"round", {1.25, 1, "HALF_EVEN"}, "1.2"},
    {"round", {1.35, 1, "HALF_EVEN"}, "1.4"},
    {"round", {2.5, 0, "HALF_EVEN"}, "2.0"},
    {"round", {1.25, 1, "HALF_UP"}, "1.3"},
    {"e", {}, "2.718281828459045"},
    {"pi", {}, "3.141592653589793"},
};

} // namespace

TEST_CASE("Mathematical functions give what mathematics and IEEE 754 say", "[functions][math]") {
    check_functions(math_calls);
}

TEST_CASE("Mathematical functions give null for null", "[functions][math]") {
    check_null_in_null_out(math_calls);
}

TEST_CASE("Mathematical functions refuse what is no number or has no answer", "[functions][math]") {
    check_functions({
        {"abs", {"1"}, "TypeError InvalidArgumentValue"},
        {"abs", {lowest}, "ArgumentError NumberOutOfRange"},
        {"sqrt", {Value{List{}}}, "TypeError InvalidArgumentValue"},
        {"atan2", {1, true}, "TypeError InvalidArgumentValue"},
        {"round", {1.5, -1}, "ArgumentError NumberOutOfRange"},
        {"round", {1.5, 1.0}, "TypeError InvalidArgumentValue"},
        {"round", {1.5, 1, "SIDEWAYS"}, "ArgumentError InvalidArgumentValue"},
        {"pi", {1}, "SyntaxError InvalidNumberOfArguments"},
    });
}

TEST_CASE("Random numbers lie from 0 up to, without, 1", "[functions][math]") {
    Calls calls;
    for (int times = 0; times < 1000; ++times) {
        const auto number = calls.call("rand", {}).floating();
        CHECK((number >= 0 && number < 1));
    }
    CHECK_FALSE(query::find_function("rand")->deterministic);
}
