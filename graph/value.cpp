#include "graph/value.h"

#include "graph/value_writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace lintas {

namespace {

// The shortest digits that read back, without a point, and the power of ten of the first of them.
struct Decimal {
    bool negative = false;
    std::string digits;
    int exponent = 0;
};

Decimal shortest_decimal(double value) {
    std::array<char, 32> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::scientific);
    const std::string_view text{buffer.begin(), end};
    const auto mark = text.find('e');
    Decimal decimal;
    for (const char character : text.substr(0, mark)) {
        if (character == '-') decimal.negative = true;
        if (character >= '0' && character <= '9') decimal.digits += character;
    }
    const auto* exponent = text.begin() + mark + (text[mark + 1] == '+' ? 2 : 1);
    std::from_chars(exponent, text.end(), decimal.exponent);
    return decimal;
}

// Without an exponent where 0.001 <= |value| < 10,000,000, as Java and so Cypher print.
std::string plain_text(Decimal decimal) {
    if (decimal.exponent < 0) {
        const auto zeros = static_cast<std::size_t>(-decimal.exponent - 1);
        return "0." + std::string(zeros, '0') + decimal.digits;
    }
    const auto whole = static_cast<std::size_t>(decimal.exponent) + 1;
    if (decimal.digits.size() <= whole) decimal.digits.resize(whole + 1, '0');
    return decimal.digits.insert(whole, 1, '.');
}

std::string exponent_text(const Decimal& decimal) {
    const auto fraction = decimal.digits.size() > 1 ? decimal.digits.substr(1) : "0";
    return decimal.digits.substr(0, 1) + '.' + fraction + 'E' + std::to_string(decimal.exponent);
}

} // namespace

std::string_view name(ValueType type) {
    switch (type) {
        using enum ValueType;
    case Null: return "NULL";
    case Boolean: return "BOOLEAN";
    case Integer: return "INTEGER";
    case Float: return "FLOAT";
    case String: return "STRING";
    case List: return "LIST";
    case Map: return "MAP";
    case Node: return "NODE";
    case Relationship: return "RELATIONSHIP";
    case Path: return "PATH";
    case Date: return "DATE";
    case LocalTime: return "LOCAL TIME";
    case ZonedTime: return "ZONED TIME";
    case LocalDateTime: return "LOCAL DATETIME";
    case ZonedDateTime: return "ZONED DATETIME";
    case Duration: return "DURATION";
    case Point: return "POINT";
    }
    return "";
}

Value::Value(List value) : storage_{std::make_shared<const List>(std::move(value))} {}
Value::Value(Map value) : storage_{std::make_shared<const Map>(std::move(value))} {}
Value::Value(Path value) : storage_{std::make_shared<const Path>(std::move(value))} {}

double Value::number() const {
    return is(ValueType::Integer) ? static_cast<double>(integer()) : floating();
}

std::string to_text(const Value& value) {
    ValueWriter writer;
    writer.write(value);
    return writer.take();
}

std::string to_text(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
    const auto decimal = shortest_decimal(value);
    const bool plain = value == 0 || (decimal.exponent >= -3 && decimal.exponent < 7);
    return (decimal.negative ? "-" : "") + (plain ? plain_text(decimal) : exponent_text(decimal));
}

} // namespace lintas
