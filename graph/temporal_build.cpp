#include "graph/temporal_build.h"

#include "graph/error.h"
#include "graph/temporal_calendar.h"
#include "graph/temporal_fields.h"
#include "graph/temporal_parse.h"
#include "graph/temporal_parts.h"
#include "graph/temporal_quote.h"
#include "graph/temporal_range.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace lintas {

namespace {

[[noreturn]] void fail_build(const std::string& message) {
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue, message};
}

[[noreturn]] void fail_type(const Value& value, std::string_view wanted) {
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                fmt::format("{} cannot become {}", name(value.type()), wanted)};
}

template <typename Result>
Result parsed(std::optional<Result> (*parse)(std::string_view), const Value& text,
              std::string_view wanted, std::string_view example) {
    if (const auto result = parse(text.string())) return *result;
    fail_build(
        fmt::format("{} is not {}; write it as `{}`", quote(text.string()), wanted, example));
}

// A date for a value that has one.
Date selected_date(const Value& value) {
    const auto parts = parts_of(value);
    if (!parts || !parts->date) fail_type(value, "a date");
    return *parts->date;
}

// The parts of a value that has a time of day; that of a date is midnight.
TemporalParts selected_time(const Value& value) {
    auto parts = parts_of(value);
    if (!parts) fail_type(value, "a time");
    if (!parts->time) parts->time = LocalTime{};
    return *parts;
}

struct Selection {
    std::optional<Date> date;
    std::optional<LocalTime> time;
    std::optional<TimeZone> zone; // that of the time
    std::optional<std::int32_t> offset;
    std::optional<ZonedDateTime> instant; // that of the time
};

void select_time(const Value& value, Selection& selection) {
    const auto parts = selected_time(value);
    selection.time = parts.time;
    selection.zone = parts.zone;
    if (parts.zone) selection.offset = parts.offset;
    if (value.is(ValueType::ZonedDateTime)) selection.instant = value.as<ZonedDateTime>();
}

Selection select(const Map& fields) {
    Selection selection;
    const auto* both = find_field(fields, "datetime");
    const auto* date = find_field(fields, "date");
    const auto* time = find_field(fields, "time");
    if (both && (date || time)) fail_build("`datetime` is given beside `date` or `time`");
    if (both) date = time = both;
    if (date) selection.date = selected_date(*date);
    if (time) select_time(*time, selection);
    return selection;
}

LocalDateTime read_local(const Map& fields, const Selection& selection) {
    if (!selection.date) check_day_before_hour(fields);
    return at(read_date(fields, selection.date), read_time(fields, selection.time));
}

LocalTime read_time_of_day(const Map& fields, const Selection& selection) {
    if (!selection.time && !find_field(fields, "hour"))
        fail_build("`hour` is missing; a time needs it");
    return read_time(fields, selection.time);
}

std::int32_t offset_of(const TimeZone& zone, const std::optional<ZonedDateTime>& instant) {
    if (instant) return convert(*instant, zone).offset;
    return fixed_offset_for(zone);
}

ZonedTime build_zoned_time(const Map& fields) {
    const auto selection = select(fields);
    const auto time = read_time_of_day(fields, selection);
    const auto wanted = read_time_zone(fields);
    const auto offset = wanted ? offset_of(*wanted, selection.instant) : 0;
    if (!selection.offset) return {time.nanoseconds, offset};
    if (!wanted) return {time.nanoseconds, *selection.offset};
    const std::int64_t moved = offset - *selection.offset;
    return {floor_rest(time.nanoseconds + moved * nanoseconds_per_second, nanoseconds_per_day),
            offset};
}

ZonedDateTime in_wanted_zone(const ZonedDateTime& value, const Map& fields) {
    const auto wanted = read_time_zone(fields);
    return wanted ? convert(value, *wanted) : value;
}

// From `epochSeconds` or `epochMillis`, beside which only a fraction and a time zone may stand.
ZonedDateTime build_from_epoch(const Map& fields) {
    for (const auto& [key, value] : fields) {
        constexpr std::string_view allowed[] = {"epochSeconds", "epochMillis", "millisecond",
                                                "microsecond",  "nanosecond",  "timezone"};
        if (std::ranges::find(allowed, key) == std::end(allowed)) {
            fail_build(fmt::format("{} is given beside the seconds of an epoch", quote(key)));
        }
    }
    const auto seconds = read_integer(fields, "epochSeconds");
    const auto milliseconds = read_integer(fields, "epochMillis");
    if (seconds && milliseconds) fail_build("`epochSeconds` is given beside `epochMillis`");
    if (seconds) {
        return in_wanted_zone(from_epoch(*seconds, read_fraction(fields).value_or(0)), fields);
    }
    if (find_field(fields, "millisecond"))
        fail_build("`millisecond` is given beside `epochMillis`");
    const auto fraction = read_fraction(fields, floor_rest(*milliseconds, 1000));
    return in_wanted_zone(from_epoch(floor_divide(*milliseconds, 1000), *fraction), fields);
}

ZonedDateTime build_zoned_date_time(const Map& fields) {
    if (find_field(fields, "epochSeconds") || find_field(fields, "epochMillis")) {
        return build_from_epoch(fields);
    }
    const auto selection = select(fields);
    const auto local = read_local(fields, selection);
    if (selection.zone) {
        return in_wanted_zone(attach(local, *selection.zone, selection.offset), fields);
    }
    return attach(local, read_time_zone(fields).value_or(TimeZone{}));
}

} // namespace

Date date_from(const Value& value) {
    if (value.is(ValueType::String)) return parsed(parse_date, value, "a date", "2015-07-21");
    if (!value.is(ValueType::Map)) return selected_date(value);
    check_names(value.map(), Built::Date);
    return read_date(value.map(), select(value.map()).date);
}

LocalTime local_time_from(const Value& value) {
    if (value.is(ValueType::String)) {
        return parsed(parse_local_time, value, "a local time", "21:40:32.142");
    }
    if (!value.is(ValueType::Map)) return *selected_time(value).time;
    check_names(value.map(), Built::LocalTime);
    return read_time_of_day(value.map(), select(value.map()));
}

ZonedTime zoned_time_from(const Value& value) {
    if (value.is(ValueType::String)) {
        return parsed(parse_zoned_time, value, "a time", "21:40:32.142+07:00");
    }
    if (!value.is(ValueType::Map)) {
        const auto parts = selected_time(value);
        return {parts.time->nanoseconds, parts.offset};
    }
    check_names(value.map(), Built::ZonedTime);
    return build_zoned_time(value.map());
}

LocalDateTime local_date_time_from(const Value& value) {
    if (value.is(ValueType::String)) {
        return parsed(parse_local_date_time, value, "a local date and time",
                      "2015-07-21T21:40:32.142");
    }
    if (!value.is(ValueType::Map)) return at(selected_date(value), *selected_time(value).time);
    check_names(value.map(), Built::LocalDateTime);
    return read_local(value.map(), select(value.map()));
}

ZonedDateTime zoned_date_time_from(const Value& value) {
    if (value.is(ValueType::ZonedDateTime)) return value.as<ZonedDateTime>();
    if (value.is(ValueType::String)) {
        return parsed(parse_zoned_date_time, value, "a date and time",
                      "2015-07-21T21:40:32.142+07:00[Asia/Bangkok]");
    }
    if (!value.is(ValueType::Map)) return attach(local_date_time_from(value), {});
    check_names(value.map(), Built::ZonedDateTime);
    return build_zoned_date_time(value.map());
}

ZonedDateTime from_epoch(std::int64_t seconds, std::int64_t nanoseconds) {
    std::int64_t sum = 0;
    const auto carried = floor_divide(nanoseconds, nanoseconds_per_second);
    if (__builtin_add_overflow(seconds, carried, &sum)) sum = INT64_MAX;
    const LocalDateTime instant{
        sum, static_cast<std::int32_t>(floor_rest(nanoseconds, nanoseconds_per_second))};
    return attach(checked(instant), {});
}

ZonedDateTime from_epoch_milliseconds(std::int64_t milliseconds) {
    return from_epoch(floor_divide(milliseconds, 1000), floor_rest(milliseconds, 1000) * 1'000'000);
}

} // namespace lintas
