#include "graph/temporal_fields.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "graph/temporal_calendar.h"
#include "graph/temporal_day.h"
#include "graph/temporal_quote.h"
#include "graph/zones.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <initializer_list>
#include <string>

namespace lintas {

namespace {

enum class Kind : std::uint8_t { Date, Time, SelectDate, SelectTime, SelectBoth, Zone, Epoch };

struct Field {
    std::string_view name;
    Kind kind;
    std::int64_t least = 0;
    std::int64_t greatest = 0;
};

constexpr auto max_epoch_seconds = (max_year + 1) * 366 * seconds_per_day;

// From large to small.
constexpr std::array field_table = {
    Field{"year", Kind::Date, min_year, max_year},
    Field{"quarter", Kind::Date, 1, 4},
    Field{"month", Kind::Date, 1, 12},
    Field{"week", Kind::Date, 1, 53},
    Field{"dayOfQuarter", Kind::Date, 1, 92},
    Field{"day", Kind::Date, 1, 31},
    Field{"ordinalDay", Kind::Date, 1, 366},
    Field{"dayOfWeek", Kind::Date, 1, 7},
    Field{"hour", Kind::Time, 0, 23},
    Field{"minute", Kind::Time, 0, 59},
    Field{"second", Kind::Time, 0, 59},
    Field{"millisecond", Kind::Time, 0, 999},
    Field{"microsecond", Kind::Time, 0, 999'999},
    Field{"nanosecond", Kind::Time, 0, 999'999'999},
    Field{"date", Kind::SelectDate},
    Field{"time", Kind::SelectTime},
    Field{"datetime", Kind::SelectBoth},
    Field{"timezone", Kind::Zone},
    Field{"epochSeconds", Kind::Epoch, -max_epoch_seconds, max_epoch_seconds},
    Field{"epochMillis", Kind::Epoch, INT64_MIN, INT64_MAX},
};

bool has_kind(Built built, Kind kind) {
    const bool dated = built != Built::LocalTime && built != Built::ZonedTime;
    const bool timed = built != Built::Date;
    const bool zoned = built == Built::ZonedTime || built == Built::ZonedDateTime;
    switch (kind) {
    case Kind::Date:
    case Kind::SelectDate: return dated;
    case Kind::Time:
    case Kind::SelectTime: return timed;
    case Kind::SelectBoth: return dated && timed;
    case Kind::Zone: return zoned;
    case Kind::Epoch: return built == Built::ZonedDateTime;
    }
    return false;
}

std::string_view described(Built built) {
    switch (built) {
    case Built::Date: return "a date";
    case Built::LocalTime: return "a local time";
    case Built::ZonedTime: return "a time";
    case Built::LocalDateTime: return "a local date and time";
    case Built::ZonedDateTime: return "a date and time";
    }
    return "";
}

[[noreturn]] void fail_fields(const std::string& message) {
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue, message};
}

bool has(const Map& fields, std::string_view name) { return find_field(fields, name) != nullptr; }

// Where nothing is changed, a component needs the larger one before it.
void check_no_gap(const Map& fields, std::string_view larger, std::string_view smaller) {
    if (has(fields, smaller) && !has(fields, larger)) {
        fail_fields(fmt::format("`{}` is given without `{}`", smaller, larger));
    }
}

// The ways to name a day in a year; the first of each may stand alone.
struct DayFields {
    std::string_view larger;
    std::string_view smaller;
};
constexpr std::array<DayFields, 4> ways = {{
    {"month", "day"},
    {"week", "dayOfWeek"},
    {"quarter", "dayOfQuarter"},
    {"ordinalDay", "ordinalDay"},
}};

std::string_view first_given(const Map& fields, const DayFields& way) {
    return has(fields, way.larger) ? way.larger : way.smaller;
}

// nullptr where none is used.
const DayFields* used_way(const Map& fields) {
    const DayFields* used = nullptr;
    for (const auto& way : ways) {
        if (!has(fields, way.larger) && !has(fields, way.smaller)) continue;
        if (used) {
            fail_fields(fmt::format("`{}` and `{}` name a day in two different ways",
                                    first_given(fields, *used), first_given(fields, way)));
        }
        used = &way;
    }
    return used;
}

int small(const Map& fields, std::string_view name, int otherwise) {
    return static_cast<int>(read_integer(fields, name).value_or(otherwise));
}

Date read_month_and_day(const Map& fields, std::optional<std::int64_t> year,
                        std::optional<Date> base) {
    const auto from = base ? civil_from_days(base->days) : CivilDate{};
    const CivilDate date{year.value_or(from.year), small(fields, "month", from.month),
                         small(fields, "day", from.day)};
    if (const auto found = find_date(date)) return *found;
    fail_fields(fmt::format("There is no day {} in month {} of the year {}", date.day, date.month,
                            date.year));
}

Date read_week(const Map& fields, std::optional<std::int64_t> year, std::optional<Date> base) {
    const auto from = base ? week_from_days(base->days) : WeekDate{};
    const WeekDate date{year.value_or(from.year), small(fields, "week", from.week),
                        small(fields, "dayOfWeek", from.weekday)};
    if (const auto found = find_date(date)) return *found;
    fail_fields(fmt::format("There is no week {} in the year {}", date.week, date.year));
}

Date read_quarter(const Map& fields, std::optional<std::int64_t> year, std::optional<Date> base) {
    const auto from = base ? civil_from_days(base->days) : CivilDate{};
    const QuarterDate date{year.value_or(from.year),
                           small(fields, "quarter", quarter_of_month(from.month)),
                           small(fields, "dayOfQuarter", base ? day_of_quarter(base->days) : 1)};
    if (const auto found = find_date(date)) return *found;
    fail_fields(fmt::format("There is no day {} in quarter {} of the year {}", date.day,
                            date.quarter, date.year));
}

Date read_ordinal(const Map& fields, std::optional<std::int64_t> year, std::optional<Date> base) {
    const auto from = base ? civil_from_days(base->days) : CivilDate{};
    const OrdinalDate date{year.value_or(from.year), small(fields, "ordinalDay", 1)};
    if (const auto found = find_date(date)) return *found;
    fail_fields(fmt::format("There is no day {} in the year {}", date.day, date.year));
}

std::int64_t below(const Map& fields, std::string_view name, std::int64_t limit,
                   std::string_view larger) {
    const auto value = read_integer(fields, name).value_or(0);
    if (value < limit) return value;
    fail_fields(fmt::format("`{}` is {}; beside `{}` it goes from 0 to {}", name, value, larger,
                            limit - 1));
}

} // namespace

void check_names(const Map& fields, Built built) {
    for (const auto& [key, value] : fields) {
        const auto* found = std::ranges::find(field_table, key, &Field::name);
        if (found != field_table.end() && has_kind(built, found->kind)) continue;
        std::string known;
        for (const auto& field : field_table) {
            if (has_kind(built, field.kind)) known += fmt::format(" `{}`", field.name);
        }
        fail_fields(
            fmt::format("{} is no component of {}; it has{}", quote(key), described(built), known));
    }
}

const Value* find_field(const Map& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? nullptr : &found->second;
}

std::optional<std::int64_t> read_integer(const Map& fields, std::string_view name_) {
    const auto* value = find_field(fields, name_);
    if (!value) return {};
    if (!value->is(ValueType::Integer)) {
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    fmt::format("`{}` is {}, not INTEGER", name_, name(value->type()))};
    }
    const auto* field = std::ranges::find(field_table, name_, &Field::name);
    expect(field != field_table.end(), "a component is in the table");
    const auto number = value->integer();
    if (number >= field->least && number <= field->greatest) return number;
    fail_fields(fmt::format("`{}` is {}; it goes from {} to {}", name_, number, field->least,
                            field->greatest));
}

Date read_date(const Map& fields, std::optional<Date> base) {
    const auto* way = used_way(fields);
    if (!base) {
        check_no_gap(fields, way ? way->larger : "year", way ? way->smaller : "year");
        if (!has(fields, "year")) fail_fields("`year` is missing; a date needs it");
    }
    const auto year = read_integer(fields, "year");
    if (way == &ways[1]) return read_week(fields, year, base);
    if (way == &ways[2]) return read_quarter(fields, year, base);
    if (way == &ways[3]) return read_ordinal(fields, year, base);
    return read_month_and_day(fields, year, base);
}

LocalTime read_time(const Map& fields, std::optional<LocalTime> base) {
    if (!base) {
        for (const auto* fraction : {"millisecond", "microsecond", "nanosecond"}) {
            check_no_gap(fields, "second", fraction);
        }
        check_no_gap(fields, "minute", "second");
        check_no_gap(fields, "hour", "minute");
    }
    const auto from = clock_from_nanoseconds(base.value_or(LocalTime{}).nanoseconds);
    return {nanoseconds_from_clock(
        {small(fields, "hour", from.hour), small(fields, "minute", from.minute),
         small(fields, "second", from.second), read_fraction(fields).value_or(from.nanosecond)})};
}

std::optional<int> read_fraction(const Map& fields, std::optional<std::int64_t> milliseconds) {
    if (!milliseconds) milliseconds = read_integer(fields, "millisecond");
    const bool has_micro = has(fields, "microsecond");
    if (!milliseconds && !has_micro && !has(fields, "nanosecond")) return {};
    const auto micro = below(fields, "microsecond", milliseconds ? 1000 : 1'000'000, "millisecond");
    const auto nano_limit = has_micro ? 1000 : milliseconds ? 1'000'000 : nanoseconds_per_second;
    const auto nano =
        below(fields, "nanosecond", nano_limit, has_micro ? "microsecond" : "millisecond");
    return static_cast<int>(milliseconds.value_or(0) * 1'000'000 + micro * 1000 + nano);
}

void check_day_before_hour(const Map& fields) {
    if (!has(fields, "hour")) return;
    for (const auto& way : ways) {
        if (has(fields, way.smaller)) return;
    }
    fail_fields("`hour` is given without a day");
}

std::optional<TimeZone> read_time_zone(const Map& fields) {
    const auto* value = find_field(fields, "timezone");
    if (!value) return {};
    return time_zone_for(*value);
}

TimeZone time_zone_for(const Value& value) {
    if (!value.is(ValueType::String)) {
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    fmt::format("A time zone is {}, not STRING", name(value.type()))};
    }
    if (const auto zone = parse_time_zone(value.string())) return *zone;
    fail_fields(
        fmt::format("{} is no time zone; write an offset such as `+07:00`, or a name such as "
                    "`Asia/Bangkok`",
                    quote(value.string())));
}

std::int32_t fixed_offset_for(const TimeZone& zone) {
    if (zone.zone == ZoneId{}) return zone.offset;
    const auto period = zone_period(zone.zone, 0);
    if (period.is_always()) return period.offset;
    fail_fields(fmt::format("A time has no date, so that the offset of `{}` is not known; write an "
                            "offset such as `+07:00`",
                            zone_name(zone.zone)));
}

} // namespace lintas
