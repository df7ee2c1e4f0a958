#include "graph/temporal_text.h"
#include "query/functions/function.h"
#include "query/functions/number_text.h"
#include "query/functions/unicode_text.h"
#include "query/functions/value_type.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

// A conversion gives null for a value that it cannot convert. REQUIRES: the value is of one of
// the types that it accepts.
using Conversion = Value (*)(const Value&);

constexpr Accepts boolean_sources = Accepts::Boolean | Accepts::Integer | Accepts::String;
constexpr Accepts integer_sources = Accepts::Boolean | Accepts::Number | Accepts::String;
constexpr Accepts float_sources = Accepts::Number | Accepts::String;
constexpr Accepts string_sources = Accepts::Boolean | Accepts::Number | Accepts::String |
                                   Accepts::Temporal | Accepts::Duration | Accepts::Point;

Value boolean_of(const Value& value) {
    if (value.is(ValueType::Boolean)) return value;
    if (value.is(ValueType::Integer)) return value.integer() != 0;
    const auto word = lower_case(trim_end(trim_start(value.string())));
    if (word == "true") return true;
    return word == "false" ? Value{false} : Value{};
}

Value integer_of(const Value& value) {
    if (value.is(ValueType::Integer)) return value;
    if (value.is(ValueType::Boolean)) return std::int64_t{value.boolean()};
    const auto integer = value.is(ValueType::Float) ? truncate_float(value.floating())
                                                    : read_integer(value.string());
    return integer ? Value{*integer} : Value{};
}

Value float_of(const Value& value) {
    if (value.is_number()) return value.number();
    const auto number = read_float(value.string());
    return number ? Value{*number} : Value{};
}

struct TextOf {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    template <typename T> std::string operator()(const T& value) const {
        if constexpr (std::is_same_v<T, std::string>) {
            return value;
        } else if constexpr (requires { lintas::to_text(value); }) {
            return lintas::to_text(value);
        } else {
            return {};
        }
    }
};

Value string_of(const Value& value) {
    if (value.is(ValueType::String)) return value;
    return std::visit(TextOf{}, value.storage());
}

template <Conversion convert> Value converted(Arguments arguments, CallContext&) {
    return convert(arguments[0]);
}

// Not `NaN` and `Infinity`, which are floats, but no numbers that an integer could be too small
// for.
bool is_number_text(std::string_view text) {
    return read_float(text) && text.find_first_of("0123456789") != text.npos;
}

[[noreturn]] void refuse_number(std::string_view kind, std::string_view number) {
    throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                fmt::format("{} `{}` is not in the range of 64-bit integers", kind, number)};
}

Value to_integer(Arguments arguments, CallContext&) {
    const auto& value = arguments[0];
    auto integer = integer_of(value);
    if (!integer.is_null()) return integer;
    if (value.is(ValueType::Float)) refuse_number("Float", to_text(value.floating()));
    if (is_number_text(value.string())) refuse_number("Number", value.string());
    return integer;
}

template <Conversion convert, Accepts sources> Value convert_or_null(const Value& value) {
    return overlaps(sources, accepted_by(value)) ? convert(value) : Value{};
}

template <Conversion convert, Accepts sources>
Value converted_or_null(Arguments arguments, CallContext&) {
    return convert_or_null<convert, sources>(arguments[0]);
}

template <Conversion convert, Accepts sources>
Value converted_list(Arguments arguments, CallContext&) {
    List result;
    result.reserve(arguments[0].list().size());
    std::ranges::transform(arguments[0].list(), std::back_inserter(result),
                           convert_or_null<convert, sources>);
    return Value{std::move(result)};
}

Value value_type(Arguments arguments, CallContext&) { return value_type_name(arguments[0]); }

constexpr FunctionParameter any{"value"};
constexpr FunctionParameter list_parameter{"list", Accepts::List};

constexpr ScalarFunction conversion_table[] = {
    {"toBoolean",
     {{"value", boolean_sources}},
     Accepts::Boolean,
     converted<boolean_of>,
     "The value as a boolean; null for a text other than true and false"},
    {"toBooleanList",
     {list_parameter},
     Accepts::List,
     converted_list<boolean_of, boolean_sources>,
     "The elements as booleans, null where they cannot be converted"},
    {"toBooleanOrNull",
     {any},
     Accepts::Boolean,
     converted_or_null<boolean_of, boolean_sources>,
     "The value as a boolean, null where it cannot be converted"},
    {"toFloat",
     {{"value", float_sources}},
     Accepts::Float,
     converted<float_of>,
     "The value as a float; null for a text that is no number"},
    {"toFloatList",
     {list_parameter},
     Accepts::List,
     converted_list<float_of, float_sources>,
     "The elements as floats, null where they cannot be converted"},
    {"toFloatOrNull",
     {any},
     Accepts::Float,
     converted_or_null<float_of, float_sources>,
     "The value as a float, null where it cannot be converted"},
    {"toInteger",
     {{"value", integer_sources}},
     Accepts::Integer,
     to_integer,
     "The value as an integer, without its fraction; null for a text that is no number"},
    {"toIntegerList",
     {list_parameter},
     Accepts::List,
     converted_list<integer_of, integer_sources>,
     "The elements as integers, null where they cannot be converted"},
    {"toIntegerOrNull",
     {any},
     Accepts::Integer,
     converted_or_null<integer_of, integer_sources>,
     "The value as an integer, null where it cannot be converted"},
    {"toString",
     {{"value", string_sources}},
     Accepts::String,
     converted<string_of>,
     "The value as text"},
    {"toStringList",
     {list_parameter},
     Accepts::List,
     converted_list<string_of, string_sources>,
     "The elements as text, null where they cannot be converted"},
    {"toStringOrNull",
     {any},
     Accepts::String,
     converted_or_null<string_of, string_sources>,
     "The value as text, null where it cannot be converted"},
    {.name = "valueType",
     .parameters = {any},
     .gives = Accepts::String,
     .call = value_type,
     .summary = "The name of the most precise type that the value has",
     .sees_null = true},
};

} // namespace

std::span<const ScalarFunction> conversion_functions() { return conversion_table; }

} // namespace lintas::query
