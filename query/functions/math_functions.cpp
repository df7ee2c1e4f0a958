#include "query/functions/excerpt.h"
#include "query/functions/function.h"
#include "query/functions/rounding.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace lintas::query {

namespace {

// The row's body for a function of one number.
template <double (*function)(double)> Value of_number(Arguments arguments, CallContext&) {
    return function(arguments[0].number());
}

double cotangent(double angle) { return 1 / std::tan(angle); }
// Both infinities are as near to 0, so that there is no number.
double hyperbolic_cotangent(double angle) {
    return angle == 0 ? std::numeric_limits<double>::quiet_NaN() : 1 / std::tanh(angle);
}
// One factor: a product with 180 or pi could be beyond all floats where the result is not.
double degrees(double radians) { return radians * (180 / std::numbers::pi); }
double radians(double degrees) { return degrees * (std::numbers::pi / 180); }
// Half the versed sine, (1 - cos x) / 2, without the cancellation near zero.
double haversin(double angle) {
    const auto sine = std::sin(angle / 2);
    return sine * sine;
}

Value absolute(Arguments arguments, CallContext&) {
    if (arguments[0].is(ValueType::Float)) return std::fabs(arguments[0].floating());
    const auto number = arguments[0].integer();
    if (number == std::numeric_limits<std::int64_t>::min())
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    fmt::format("The absolute value of `{}` is not an integer of 64 bits", number)};
    return number < 0 ? -number : number;
}

Value sign(Arguments arguments, CallContext&) {
    if (arguments[0].is(ValueType::Integer)) {
        const auto number = arguments[0].integer();
        return (number > 0) - (number < 0);
    }
    const auto number = arguments[0].floating();
    return (number > 0) - (number < 0);
}

Value is_nan(Arguments arguments, CallContext&) { return std::isnan(arguments[0].number()); }

Value arc_tangent_of_two(Arguments arguments, CallContext&) {
    return std::atan2(arguments[0].number(), arguments[1].number());
}

Value euler(Arguments, CallContext&) { return std::numbers::e; }

Value pi(Arguments, CallContext&) { return std::numbers::pi; }

// The upper 53 bits of a random number, as many as a float holds.
Value random(Arguments, CallContext& context) {
    return static_cast<double>(context.random() >> 11) * 0x1p-53;
}

RoundingMode rounding_mode(std::string_view name) {
    struct Named {
        std::string_view name;
        RoundingMode mode;
    };
    constexpr Named modes[] = {
        {"UP", RoundingMode::Up},
        {"DOWN", RoundingMode::Down},
        {"CEILING", RoundingMode::Ceiling},
        {"FLOOR", RoundingMode::Floor},
        {"HALF_UP", RoundingMode::HalfUp},
        {"HALF_DOWN", RoundingMode::HalfDown},
        {"HALF_EVEN", RoundingMode::HalfEven},
    };
    const auto* named = std::ranges::find(modes, name, &Named::name);
    if (named != std::end(modes)) return named->mode;
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                fmt::format("Rounding mode {} does not exist, it must be UP, DOWN, CEILING, "
                            "FLOOR, HALF_UP, HALF_DOWN or HALF_EVEN",
                            excerpt(name))};
}

// To an integer, ties go towards infinity. Not floor(value + 0.5): that sum is itself rounded, for
// the number just below 0.5 up to 1.
double round_to_integer(double value) {
    const auto below = std::floor(value);
    return value - below >= 0.5 ? below + 1 : below;
}

// Without a mode, round(x, 0) is round(x): ties go towards infinity; with places they go away from
// zero, as HALF_UP does.
Value round(Arguments arguments, CallContext&) {
    const auto value = arguments[0].number();
    const auto places = arguments.size() < 2 ? 0 : arguments[1].integer();
    if (places < 0)
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    fmt::format("The precision of `round` is `{}`, it must be 0 or more", places)};
    if (arguments.size() < 3 && places == 0) return round_to_integer(value);
    const auto mode =
        arguments.size() < 3 ? RoundingMode::HalfUp : rounding_mode(arguments[2].string());
    return round_decimal(value, static_cast<std::size_t>(places), mode);
}

constexpr FunctionParameter number{"number", Accepts::Number};
constexpr FunctionParameter angle{"radians", Accepts::Number};

constexpr ScalarFunction math_table[] = {
    {"abs", {number}, Accepts::Number, absolute, "The absolute value"},
    {"acos", {number}, Accepts::Float, of_number<std::acos>, "The arc cosine in radians"},
    {"asin", {number}, Accepts::Float, of_number<std::asin>, "The arc sine in radians"},
    {"atan", {number}, Accepts::Float, of_number<std::atan>, "The arc tangent in radians"},
    {"atan2",
     {{"y", Accepts::Number}, {"x", Accepts::Number}},
     Accepts::Float,
     arc_tangent_of_two,
     "The angle of the point (x, y) in radians"},
    {"ceil", {number}, Accepts::Float, of_number<std::ceil>, "The next integer upwards"},
    {"ceiling", {number}, Accepts::Float, of_number<std::ceil>, "The next integer upwards"},
    {"cos", {angle}, Accepts::Float, of_number<std::cos>, "The cosine"},
    {"cosh", {number}, Accepts::Float, of_number<std::cosh>, "The hyperbolic cosine"},
    {"cot", {angle}, Accepts::Float, of_number<cotangent>, "The cotangent"},
    {"coth", {number}, Accepts::Float, of_number<hyperbolic_cotangent>, "The hyperbolic cotangent"},
    {"degrees", {angle}, Accepts::Float, of_number<degrees>, "The angle in degrees"},
    {"e", {}, Accepts::Float, euler, "The base of the natural logarithm"},
    {"exp", {number}, Accepts::Float, of_number<std::exp>, "The power of e"},
    {"floor", {number}, Accepts::Float, of_number<std::floor>, "The next integer downwards"},
    {"haversin", {angle}, Accepts::Float, of_number<haversin>, "Half the versed sine"},
    {"isNaN", {number}, Accepts::Boolean, is_nan, "Whether a number is NaN"},
    {"log", {number}, Accepts::Float, of_number<std::log>, "The natural logarithm"},
    {"log10", {number}, Accepts::Float, of_number<std::log10>, "The logarithm to the base 10"},
    {"pi", {}, Accepts::Float, pi, "The ratio of a circle's circumference to its diameter"},
    {"radians",
     {{"degrees", Accepts::Number}},
     Accepts::Float,
     of_number<radians>,
     "The angle in radians"},
    {.name = "rand",
     .parameters = {},
     .gives = Accepts::Float,
     .call = random,
     .summary = "A random number from 0 up to, without, 1",
     .deterministic = false},
    {"round",
     {number, {"precision", Accepts::Integer, true}, {"mode", Accepts::String, true}},
     Accepts::Float,
     round,
     "The nearest number with so many decimal places"},
    {"sign", {number}, Accepts::Integer, sign, "1, 0 or -1 as the number is above, at or below 0"},
    {"sin", {angle}, Accepts::Float, of_number<std::sin>, "The sine"},
    {"sinh", {number}, Accepts::Float, of_number<std::sinh>, "The hyperbolic sine"},
    {"sqrt", {number}, Accepts::Float, of_number<std::sqrt>, "The square root"},
    {"tan", {angle}, Accepts::Float, of_number<std::tan>, "The tangent"},
    {"tanh", {number}, Accepts::Float, of_number<std::tanh>, "The hyperbolic tangent"},
};

} // namespace

std::span<const ScalarFunction> math_functions() { return math_table; }

} // namespace lintas::query
