#include "graph/temporal_truncate.h"

#include "graph/error.h"
#include "graph/temporal_calendar.h"
#include "graph/temporal_fields.h"
#include "graph/temporal_parts.h"
#include "graph/temporal_quote.h"
#include "graph/temporal_range.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>

namespace lintas {

namespace {

struct UnitName {
    std::string_view name;
    TruncationUnit unit;
};

constexpr std::array unit_names = {
    UnitName{"millennium", TruncationUnit::Millennium},
    UnitName{"century", TruncationUnit::Century},
    UnitName{"decade", TruncationUnit::Decade},
    UnitName{"year", TruncationUnit::Year},
    UnitName{"weekYear", TruncationUnit::WeekYear},
    UnitName{"quarter", TruncationUnit::Quarter},
    UnitName{"month", TruncationUnit::Month},
    UnitName{"week", TruncationUnit::Week},
    UnitName{"day", TruncationUnit::Day},
    UnitName{"hour", TruncationUnit::Hour},
    UnitName{"minute", TruncationUnit::Minute},
    UnitName{"second", TruncationUnit::Second},
    UnitName{"millisecond", TruncationUnit::Millisecond},
    UnitName{"microsecond", TruncationUnit::Microsecond},
};

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    const auto lower = [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    };
    return std::ranges::equal(left, right, {}, lower, lower);
}

[[noreturn]] void fail_truncation(const std::string& message) {
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue, message};
}

void check_unit(TruncationUnit unit, TruncationUnit largest, TruncationUnit smallest,
                std::string_view built) {
    if (unit >= largest && unit <= smallest) return;
    const auto name_of = [](TruncationUnit one) {
        return unit_names[static_cast<std::size_t>(one)].name;
    };
    fail_truncation(fmt::format("{} is not truncated to `{}`; its units go from `{}` to `{}`",
                                built, name_of(unit), name_of(largest), name_of(smallest)));
}

std::int64_t year_start(std::int64_t year, std::int64_t years) {
    return days_from_civil({floor_divide(year, years) * years, 1, 1});
}

std::int64_t start_of(TruncationUnit unit, std::int64_t days) {
    const auto date = civil_from_days(days);
    switch (unit) {
    case TruncationUnit::Millennium: return year_start(date.year, 1000);
    case TruncationUnit::Century: return year_start(date.year, 100);
    case TruncationUnit::Decade: return year_start(date.year, 10);
    case TruncationUnit::Year: return year_start(date.year, 1);
    case TruncationUnit::WeekYear: return days_from_week({week_from_days(days).year, 1, 1});
    case TruncationUnit::Quarter: return days - (day_of_quarter(days) - 1);
    case TruncationUnit::Month: return days - (date.day - 1);
    case TruncationUnit::Week: return days - (weekday(days) - 1);
    case TruncationUnit::Day:
    case TruncationUnit::Hour:
    case TruncationUnit::Minute:
    case TruncationUnit::Second:
    case TruncationUnit::Millisecond:
    case TruncationUnit::Microsecond: break;
    }
    return days;
}

// In nanoseconds. A day for all larger units.
std::int64_t length_of(TruncationUnit unit) {
    switch (unit) {
    case TruncationUnit::Millennium:
    case TruncationUnit::Century:
    case TruncationUnit::Decade:
    case TruncationUnit::Year:
    case TruncationUnit::WeekYear:
    case TruncationUnit::Quarter:
    case TruncationUnit::Month:
    case TruncationUnit::Week:
    case TruncationUnit::Day: break;
    case TruncationUnit::Hour: return 3600 * nanoseconds_per_second;
    case TruncationUnit::Minute: return 60 * nanoseconds_per_second;
    case TruncationUnit::Second: return nanoseconds_per_second;
    case TruncationUnit::Millisecond: return 1'000'000;
    case TruncationUnit::Microsecond: return 1'000;
    }
    return nanoseconds_per_day;
}

// A fraction among the components adds to the milliseconds or microseconds that were kept.
Map with_kept_fraction(TruncationUnit unit, LocalTime time, const Map& fields) {
    auto all = fields;
    const auto fraction = time.nanoseconds % nanoseconds_per_second;
    const bool has_nano = fields.contains("nanosecond");
    const bool has_micro = fields.contains("microsecond");
    if (unit == TruncationUnit::Millisecond && (has_nano || has_micro)) {
        all.try_emplace("millisecond", fraction / 1'000'000);
    }
    if (unit == TruncationUnit::Microsecond && has_nano && !fields.contains("millisecond")) {
        all.try_emplace("microsecond", fraction / 1'000);
    }
    return all;
}

Date cut_date(TruncationUnit unit, const TemporalParts& parts, const Map& fields) {
    if (!parts.date) fail_truncation("A time has no date that could be truncated");
    return read_date(fields, checked(Date{start_of(unit, parts.date->days)}));
}

LocalTime cut_time(TruncationUnit unit, const TemporalParts& parts, const Map& fields) {
    const auto nanoseconds = parts.time.value_or(LocalTime{}).nanoseconds;
    const LocalTime cut{nanoseconds - nanoseconds % length_of(unit)};
    return read_time(with_kept_fraction(unit, cut, fields), cut);
}

LocalDateTime cut(TruncationUnit unit, const TemporalParts& parts, const Map& fields) {
    return at(cut_date(unit, parts, fields), cut_time(unit, parts, fields));
}

TemporalParts parts_for(const Value& value) {
    if (const auto parts = parts_of(value)) return *parts;
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                fmt::format("{} cannot be truncated; a date or a time can", name(value.type()))};
}

} // namespace

std::optional<TruncationUnit> find_truncation_unit(std::string_view name) {
    for (const auto& [known, unit] : unit_names) {
        if (equal_ignoring_case(known, name)) return unit;
    }
    return {};
}

TruncationUnit truncation_unit_for(std::string_view name) {
    if (const auto unit = find_truncation_unit(name)) return *unit;
    std::string known;
    for (const auto& unit : unit_names) known += fmt::format(" `{}`", unit.name);
    fail_truncation(fmt::format("{} is no unit to truncate to; there are{}", quote(name), known));
}

Date truncate_date(TruncationUnit unit, const Value& value, const Map& fields) {
    check_unit(unit, TruncationUnit::Millennium, TruncationUnit::Day, "A date");
    check_names(fields, Built::Date);
    return cut_date(unit, parts_for(value), fields);
}

LocalTime truncate_local_time(TruncationUnit unit, const Value& value, const Map& fields) {
    check_unit(unit, TruncationUnit::Day, TruncationUnit::Microsecond, "A local time");
    check_names(fields, Built::LocalTime);
    return cut_time(unit, parts_for(value), fields);
}

ZonedTime truncate_zoned_time(TruncationUnit unit, const Value& value, const Map& fields) {
    check_unit(unit, TruncationUnit::Day, TruncationUnit::Microsecond, "A time");
    check_names(fields, Built::ZonedTime);
    const auto parts = parts_for(value);
    const auto time = cut_time(unit, parts, fields);
    const auto zone = read_time_zone(fields);
    return {time.nanoseconds, zone ? fixed_offset_for(*zone) : parts.offset};
}

LocalDateTime truncate_local_date_time(TruncationUnit unit, const Value& value, const Map& fields) {
    check_names(fields, Built::LocalDateTime);
    return cut(unit, parts_for(value), fields);
}

ZonedDateTime truncate_zoned_date_time(TruncationUnit unit, const Value& value, const Map& fields) {
    check_names(fields, Built::ZonedDateTime);
    const auto parts = parts_for(value);
    const auto local = cut(unit, parts, fields);
    if (const auto zone = read_time_zone(fields)) return attach(local, *zone);
    return attach(local, parts.zone.value_or(TimeZone{}), parts.offset);
}

} // namespace lintas
