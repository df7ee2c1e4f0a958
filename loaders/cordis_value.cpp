#include "loaders/cordis_value.h"

#include "graph/temporal_calendar.h"
#include "graph/temporal_parse.h"
#include "loaders/ascii.h"
#include "loaders/csv_scalar.h"
#include "loaders/display_name.h"
#include "loaders/parsed_value.h"
#include "loaders/utf8.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace lintas::loaders {
namespace {

// Digits in groups of three: 1,234,567.
bool is_grouped(std::string_view digits, char separator) {
    constexpr std::size_t group = 3;
    auto at = digits.find(separator);
    if (at == 0 || at > group) return false;
    while (at < digits.size()) {
        if (digits[at] != separator || at + group >= digits.size()) return false;
        const auto next = digits.substr(at + 1, group);
        if (!std::ranges::all_of(next, is_digit)) return false;
        at += group + 1;
    }
    return true;
}

// With the last separator as the decimal one; the other one, if it is there, groups digits.
std::optional<std::string> with_point(std::string_view text) {
    const auto decimal = text.find_last_of(".,");
    if (decimal == std::string_view::npos) return std::string{text};
    const char grouping = text[decimal] == '.' ? ',' : '.';
    const auto whole = text.substr(0, decimal);
    const auto digits = whole.starts_with('-') ? whole.substr(1) : whole;
    if (digits.find(text[decimal]) != std::string_view::npos) return std::nullopt;
    if (digits.find(grouping) != std::string_view::npos && !is_grouped(digits, grouping)) {
        return std::nullopt;
    }
    std::string number{whole};
    std::erase(number, grouping);
    return number + '.' + std::string{text.substr(decimal + 1)};
}

std::optional<Value> integer(std::string_view text) {
    constexpr double greatest = 9007199254740992; // 2^53: every integer up to it is a double
    const auto number = parse_decimal(text);
    if (!number || std::floor(*number) != *number || std::abs(*number) > greatest) {
        return std::nullopt;
    }
    return Value{static_cast<std::int64_t>(*number)};
}

std::optional<LocalDateTime> date_time(std::string_view text) {
    std::string iso{text};
    std::ranges::replace(iso, ' ', 'T');
    return parse_local_date_time(iso);
}

std::optional<Value> cordis_date(std::string_view text) {
    if (const auto day = parse_date(text)) return Value{*day};
    const auto time = date_time(text);
    if (!time) return std::nullopt;
    return Value{date_of(*time)};
}

} // namespace

std::optional<double> parse_decimal(std::string_view text) {
    const auto is_part = [](char character) {
        return is_digit(character) || character == '.' || character == ',' || character == '-';
    };
    if (!std::ranges::all_of(text, is_part)) return std::nullopt;
    const auto number = with_point(text);
    return number ? parse_float(*number) : std::nullopt;
}

std::optional<Value> parse_cell(std::string_view text, CellKind kind) {
    switch (kind) {
    case CellKind::Text: return is_utf8(text) ? std::optional{Value{text}} : std::nullopt;
    case CellKind::Name:
        if (!is_utf8(text)) return std::nullopt;
        return Value{display_name(without_extra_quotes(text))};
    case CellKind::Integer: return integer(text);
    case CellKind::Number: return boxed(parse_decimal(text));
    case CellKind::Date: return cordis_date(text);
    case CellKind::DateTime: return boxed(date_time(text));
    case CellKind::Boolean: return boxed(parse_boolean(text));
    }
    return std::nullopt;
}

std::string_view allowed(CellKind kind) {
    switch (kind) {
    case CellKind::Text:
    case CellKind::Name: return "UTF-8 text";
    case CellKind::Integer: return "an integer";
    case CellKind::Number: return "a number such as 1234.5 or 1234,5";
    case CellKind::Date: return "a date such as 2024-02-29";
    case CellKind::DateTime: return "a date and time such as 2024-02-29 12:30:00";
    case CellKind::Boolean: return "`true` or `false`";
    }
    return "";
}

} // namespace lintas::loaders
