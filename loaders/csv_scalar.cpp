#include "loaders/csv_scalar.h"

#include "graph/temporal_parse.h"
#include "graph/temporal_parse_duration.h"
#include "graph/trimmed.h"
#include "loaders/ascii.h"
#include "loaders/csv_any.h"
#include "loaders/csv_point.h"
#include "loaders/parsed_value.h"
#include "loaders/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

namespace lintas::loaders {
namespace {

// A line break within quotes belongs to the value.
std::string_view without_blanks(std::string_view text) { return trimmed(text, " \t"); }

// A plus sign is allowed before a number, which from_chars does not know.
std::string_view without_plus(std::string_view text) {
    if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
    return text;
}

template <typename Number> std::optional<Number> parse_number(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

template <typename Narrow> bool fits(std::int64_t number) {
    return number >= std::numeric_limits<Narrow>::min() &&
           number <= std::numeric_limits<Narrow>::max();
}

bool in_range(std::int64_t number, ScalarType type) {
    if (type == ScalarType::Byte) return fits<std::int8_t>(number);
    if (type == ScalarType::Short) return fits<std::int16_t>(number);
    if (type == ScalarType::Int) return fits<std::int32_t>(number);
    return true;
}

// One character of UTF-8.
bool is_one_character(std::string_view text) {
    const auto starts =
        std::ranges::count_if(text, [](unsigned char byte) { return (byte & 0xc0) != 0x80; });
    return starts == 1 && is_utf8(text);
}

// The text with the zone of the header's `timezone:` option behind it, as ISO text says it.
std::string with_zone(std::string_view text, std::string_view option) {
    constexpr std::string_view key = "timezone:";
    const auto at = option.find(key);
    if (at == std::string_view::npos) return std::string{text};
    auto zone = without_blanks(option.substr(at + key.size()));
    zone = zone.substr(0, zone.find(','));
    const bool is_offset = zone == "Z" || zone.starts_with('+') || zone.starts_with('-');
    return is_offset ? fmt::format("{}{}", text, zone) : fmt::format("{}[{}]", text, zone);
}

std::optional<Value> string_value(std::string_view text, std::string_view) {
    if (!is_utf8(text)) return std::nullopt;
    return Value{text};
}
std::optional<Value> character_value(std::string_view text, std::string_view) {
    if (!is_one_character(text)) return std::nullopt;
    return Value{text};
}
template <ScalarType Type>
std::optional<Value> integer_value(std::string_view text, std::string_view) {
    return boxed(parse_integer(text, Type));
}
std::optional<Value> float_value(std::string_view text, std::string_view) {
    return boxed(parse_float(text));
}
std::optional<Value> boolean_value(std::string_view text, std::string_view) {
    return boxed(parse_boolean(text));
}
std::optional<Value> date_value(std::string_view text, std::string_view) {
    return boxed(parse_date(without_blanks(text)));
}
std::optional<Value> local_time_value(std::string_view text, std::string_view) {
    return boxed(parse_local_time(without_blanks(text)));
}
std::optional<Value> zoned_time_value(std::string_view text, std::string_view option) {
    const auto time = without_blanks(text);
    const bool is_local = parse_local_time(time).has_value();
    return boxed(parse_zoned_time(is_local ? with_zone(time, option) : std::string{time}));
}
std::optional<Value> local_date_time_value(std::string_view text, std::string_view) {
    return boxed(parse_local_date_time(without_blanks(text)));
}
std::optional<Value> zoned_date_time_value(std::string_view text, std::string_view option) {
    const auto time = without_blanks(text);
    const bool is_local = parse_local_date_time(time).has_value();
    return boxed(parse_zoned_date_time(is_local ? with_zone(time, option) : std::string{time}));
}
std::optional<Value> duration_value(std::string_view text, std::string_view) {
    return boxed(parse_duration(without_blanks(text)));
}
std::optional<Value> any_value(std::string_view text, std::string_view) { return parse_any(text); }
std::optional<Value> point_value(std::string_view text, std::string_view option) {
    return boxed(parse_point(text, option));
}

struct Rule {
    ScalarType type;
    std::optional<Value> (*parse)(std::string_view text, std::string_view option);
    std::string_view allowed;
};

// In the order of ScalarType.
constexpr Rule rules[] = {
    {ScalarType::String, string_value, "UTF-8 text"},
    {ScalarType::Character, character_value, "a single character"},
    {ScalarType::Byte, integer_value<ScalarType::Byte>, "an integer from -128 to 127"},
    {ScalarType::Short, integer_value<ScalarType::Short>, "an integer from -32768 to 32767"},
    {ScalarType::Int, integer_value<ScalarType::Int>, "an integer from -2147483648 to 2147483647"},
    {ScalarType::Long, integer_value<ScalarType::Long>, "an integer of 64 bits"},
    {ScalarType::Float, float_value, "a number such as 0.25 or 1e-3"},
    {ScalarType::Boolean, boolean_value, "`true` or `false`"},
    {ScalarType::Date, date_value, "a date such as 2024-02-29"},
    {ScalarType::LocalTime, local_time_value, "a time such as 12:30:00"},
    {ScalarType::ZonedTime, zoned_time_value, "a time such as 12:30:00+02:00"},
    {ScalarType::LocalDateTime, local_date_time_value,
     "a date and time such as 2024-02-29T12:30:00"},
    {ScalarType::ZonedDateTime, zoned_date_time_value,
     "a date and time such as 2024-02-29T12:30:00+02:00"},
    {ScalarType::Duration, duration_value, "a duration such as P1Y2M3DT4H"},
    {ScalarType::Point, point_value, "a point such as {latitude: 1.5, longitude: 103.8}"},
    {ScalarType::Any, any_value, "a value with its type, such as `long:1` or `[\"long:1\"]`"},
};

} // namespace

std::optional<std::int64_t> parse_integer(std::string_view text, ScalarType type) {
    const auto number = parse_number<std::int64_t>(without_plus(without_blanks(text)));
    if (!number || !in_range(*number, type)) return std::nullopt;
    return number;
}

std::optional<double> parse_float(std::string_view text) {
    return parse_number<double>(without_plus(without_blanks(text)));
}

std::optional<bool> parse_boolean(std::string_view text) {
    const auto word = without_blanks(text);
    if (equals_lower(word, "true")) return true;
    if (equals_lower(word, "false")) return false;
    return std::nullopt;
}

std::optional<Value> parse_scalar(std::string_view text, ScalarType type, std::string_view option) {
    return rules[static_cast<std::size_t>(type)].parse(text, option);
}

std::string_view allowed(ScalarType type) { return rules[static_cast<std::size_t>(type)].allowed; }

std::optional<std::int64_t> canonical_integer(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const auto digits = text[0] == '-' ? text.substr(1) : text;
    if (digits.empty() || (digits[0] == '0' && text.size() > 1)) return std::nullopt;
    return parse_number<std::int64_t>(text);
}

} // namespace lintas::loaders
