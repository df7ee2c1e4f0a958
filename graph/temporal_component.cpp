#include "graph/temporal_component.h"

#include "graph/error.h"
#include "graph/temporal_calendar.h"
#include "graph/temporal_parts.h"
#include "graph/temporal_text.h"
#include "graph/zones.h"

#include <algorithm>
#include <array>
#include <string>

namespace lintas {

namespace {

template <typename Whole> struct NamedComponent {
    std::string_view name;
    Value (*read)(const Whole&);
};

template <typename Whole, std::size_t count>
std::optional<Value> read_from(const std::array<NamedComponent<Whole>, count>& table,
                               const Whole& whole, std::string_view name) {
    const auto* found = std::ranges::find(table, name, &NamedComponent<Whole>::name);
    if (found == table.end()) return {};
    return found->read(whole);
}

using Days = std::int64_t;

Value year(const Days& days) { return civil_from_days(days).year; }
Value quarter(const Days& days) { return quarter_of_month(civil_from_days(days).month); }
Value month(const Days& days) { return civil_from_days(days).month; }
Value week(const Days& days) { return week_from_days(days).week; }
Value week_year(const Days& days) { return week_from_days(days).year; }
Value day(const Days& days) { return civil_from_days(days).day; }
Value ordinal_day(const Days& days) { return day_of_year(days); }
Value day_of_week(const Days& days) { return weekday(days); }
Value quarter_day(const Days& days) { return day_of_quarter(days); }

constexpr std::array<NamedComponent<Days>, 10> date_components = {{
    {"year", year},
    {"quarter", quarter},
    {"month", month},
    {"week", week},
    {"weekYear", week_year},
    {"day", day},
    {"ordinalDay", ordinal_day},
    {"weekDay", day_of_week},
    {"dayOfWeek", day_of_week},
    {"dayOfQuarter", quarter_day},
}};

Value hour(const ClockTime& time) { return time.hour; }
Value minute(const ClockTime& time) { return time.minute; }
Value second(const ClockTime& time) { return time.second; }
Value millisecond(const ClockTime& time) { return time.nanosecond / 1'000'000; }
Value microsecond(const ClockTime& time) { return time.nanosecond / 1'000; }
Value nanosecond(const ClockTime& time) { return time.nanosecond; }

constexpr std::array<NamedComponent<ClockTime>, 6> time_components = {{
    {"hour", hour},
    {"minute", minute},
    {"second", second},
    {"millisecond", millisecond},
    {"microsecond", microsecond},
    {"nanosecond", nanosecond},
}};

Value timezone_name(const TemporalParts& parts) {
    if (parts.zone->zone == ZoneId{}) return offset_text(parts.offset);
    return zone_name(parts.zone->zone);
}
Value offset(const TemporalParts& parts) { return offset_text(parts.offset); }
Value offset_minutes(const TemporalParts& parts) { return parts.offset / 60; }
Value offset_seconds(const TemporalParts& parts) { return parts.offset; }

constexpr std::array<NamedComponent<TemporalParts>, 4> zone_components = {{
    {"timezone", timezone_name},
    {"offset", offset},
    {"offsetMinutes", offset_minutes},
    {"offsetSeconds", offset_seconds},
}};

Value epoch_seconds(const ZonedDateTime& value) { return value.seconds; }

// All parts of a second in a time that long. `per_second`: how many of them a second has.
Value fractions_in(std::int64_t seconds, std::int64_t nanoseconds, std::int64_t per_second) {
    const auto length = nanoseconds_per_second / per_second;
    std::int64_t count = 0;
    if (__builtin_mul_overflow(seconds, per_second, &count) ||
        __builtin_add_overflow(count, nanoseconds / length, &count))
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    "Milliseconds, microseconds and nanoseconds are counted in 64 bits, which are "
                    "too few here"};
    return count;
}
Value epoch_milliseconds(const ZonedDateTime& value) {
    return fractions_in(value.seconds, value.nanoseconds, 1'000);
}

constexpr std::array<NamedComponent<ZonedDateTime>, 2> epoch_components = {{
    {"epochSeconds", epoch_seconds},
    {"epochMillis", epoch_milliseconds},
}};

template <std::int64_t Duration::*part, std::int64_t unit> Value count(const Duration& value) {
    return value.*part / unit;
}
template <std::int64_t Duration::*part, std::int64_t unit, std::int64_t larger>
Value count_within(const Duration& value) {
    return value.*part / unit % larger;
}
// Fractions of a second: all of them, and those of the last second.
template <std::int64_t per_second> Value fractions(const Duration& value) {
    return fractions_in(value.seconds, value.nanoseconds, per_second);
}
template <std::int64_t per_second> Value fractions_of_second(const Duration& value) {
    return value.nanoseconds / (nanoseconds_per_second / per_second);
}

constexpr std::array<NamedComponent<Duration>, 20> duration_components = {{
    {"years", count<&Duration::months, 12>},
    {"quarters", count<&Duration::months, 3>},
    {"months", count<&Duration::months, 1>},
    {"weeks", count<&Duration::days, 7>},
    {"days", count<&Duration::days, 1>},
    {"hours", count<&Duration::seconds, 3600>},
    {"minutes", count<&Duration::seconds, 60>},
    {"seconds", count<&Duration::seconds, 1>},
    {"milliseconds", fractions<1'000>},
    {"microseconds", fractions<1'000'000>},
    {"nanoseconds", fractions<1'000'000'000>},
    {"quartersOfYear", count_within<&Duration::months, 3, 4>},
    {"monthsOfQuarter", count_within<&Duration::months, 1, 3>},
    {"monthsOfYear", count_within<&Duration::months, 1, 12>},
    {"daysOfWeek", count_within<&Duration::days, 1, 7>},
    {"minutesOfHour", count_within<&Duration::seconds, 60, 60>},
    {"secondsOfMinute", count_within<&Duration::seconds, 1, 60>},
    {"millisecondsOfSecond", fractions_of_second<1'000>},
    {"microsecondsOfSecond", fractions_of_second<1'000'000>},
    {"nanosecondsOfSecond", fractions_of_second<1'000'000'000>},
}};

} // namespace

std::optional<Value> temporal_component(const Value& value, std::string_view name) {
    if (value.is(ValueType::Duration)) {
        return read_from(duration_components, value.as<Duration>(), name);
    }
    if (value.is(ValueType::ZonedDateTime)) {
        const auto read = read_from(epoch_components, value.as<ZonedDateTime>(), name);
        if (read) return read;
    }
    const auto parts = parts_of(value);
    std::optional<Value> read;
    if (parts && parts->date) read = read_from(date_components, parts->date->days, name);
    if (parts && parts->time && !read) {
        read = read_from(time_components, clock_from_nanoseconds(parts->time->nanoseconds), name);
    }
    if (parts && parts->zone && !read) read = read_from(zone_components, *parts, name);
    return read;
}

} // namespace lintas
