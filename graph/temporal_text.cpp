#include "graph/temporal_text.h"

#include "graph/temporal_calendar.h"
#include "graph/zones.h"

#include <cstdlib>
#include <fmt/format.h>
#include <iterator>

namespace lintas {

namespace {

// 1 to 9 digits after a point, nothing for zero.
void append_fraction(std::string& text, std::int64_t nanoseconds) {
    if (nanoseconds == 0) return;
    fmt::format_to(std::back_inserter(text), ".{:09}", nanoseconds);
    text.erase(text.find_last_not_of('0') + 1);
}

void append_date(std::string& text, Date date) {
    const auto [year, month, day] = civil_from_days(date.days);
    const auto* sign = year < 0 ? "-" : year > 9999 ? "+" : "";
    fmt::format_to(std::back_inserter(text), "{}{:04}-{:02}-{:02}", sign, std::abs(year), month,
                   day);
}

void append_time(std::string& text, std::int64_t nanoseconds) {
    const auto time = clock_from_nanoseconds(nanoseconds);
    fmt::format_to(std::back_inserter(text), "{:02}:{:02}", time.hour, time.minute);
    if (time.second == 0 && time.nanosecond == 0) return;
    fmt::format_to(std::back_inserter(text), ":{:02}", time.second);
    append_fraction(text, time.nanosecond);
}

void append_local(std::string& text, const LocalDateTime& value) {
    append_date(text, date_of(value));
    text += 'T';
    append_time(text, time_of(value).nanoseconds);
}

void append_unit(std::string& text, std::int64_t count, char unit) {
    if (count != 0) fmt::format_to(std::back_inserter(text), "{}{}", count, unit);
}

// The stored nanoseconds add to a negative second, too; people read both with one sign.
void append_clock_part(std::string& text, std::int64_t seconds, std::int64_t nanoseconds) {
    if (seconds == 0 && nanoseconds == 0) return;
    const bool negative = seconds < 0;
    if (negative && nanoseconds > 0) {
        ++seconds;
        nanoseconds = nanoseconds_per_second - nanoseconds;
    }
    text += 'T';
    append_unit(text, seconds / 3600, 'H');
    append_unit(text, seconds / 60 % 60, 'M');
    const auto rest = seconds % 60;
    if (rest == 0 && nanoseconds == 0) return;
    if (negative && rest == 0) text += '-';
    text += std::to_string(rest);
    append_fraction(text, nanoseconds);
    text += 'S';
}

} // namespace

std::string offset_text(std::int32_t offset) {
    if (offset == 0) return "Z";
    const auto seconds = std::abs(offset);
    auto text =
        fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', seconds / 3600, seconds / 60 % 60);
    if (seconds % 60 != 0) text += fmt::format(":{:02}", seconds % 60);
    return text;
}

std::string to_text(const Date& value) {
    std::string text;
    append_date(text, value);
    return text;
}

std::string to_text(const LocalTime& value) {
    std::string text;
    append_time(text, value.nanoseconds);
    return text;
}

std::string to_text(const ZonedTime& value) {
    std::string text;
    append_time(text, value.nanoseconds);
    return text + offset_text(value.offset);
}

std::string to_text(const LocalDateTime& value) {
    std::string text;
    append_local(text, value);
    return text;
}

std::string to_text(const ZonedDateTime& value) {
    std::string text;
    append_local(text, {value.seconds + value.offset, value.nanoseconds});
    text += offset_text(value.offset);
    if (value.zone != ZoneId{}) text += fmt::format("[{}]", zone_name(value.zone));
    return text;
}

std::string to_text(const Duration& value) {
    if (value == Duration{}) return "PT0S";
    std::string text = "P";
    append_unit(text, value.months / 12, 'Y');
    append_unit(text, value.months % 12, 'M');
    append_unit(text, value.days, 'D');
    append_clock_part(text, value.seconds, value.nanoseconds);
    return text;
}

} // namespace lintas
