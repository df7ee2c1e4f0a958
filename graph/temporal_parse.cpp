#include "graph/temporal_parse.h"

#include "graph/temporal_calendar.h"
#include "graph/temporal_day.h"
#include "graph/temporal_scanner.h"
#include "graph/temporal_zone.h"
#include "graph/zones.h"

namespace lintas {

namespace {

// nullopt where text is left over.
std::optional<Date> finished(const Scanner& text, std::optional<Date> date) {
    if (!text.at_end()) return {};
    return date;
}

// After `W`: ww-d, wwd or ww. In the form with dashes a week may have one digit.
std::optional<Date> parse_week(Scanner text, std::int64_t year, bool dashes) {
    const auto week = dashes ? text.digits_up_to(2) : text.digits(2);
    if (!week) return {};
    if (text.at_end()) return find_date(WeekDate{year, *week, 1});
    if (dashes && !text.skip('-')) return {};
    const auto day = text.digits(1);
    if (!day) return {};
    return finished(text, find_date(WeekDate{year, *week, *day}));
}

// After `Q`: q-dd, qdd or q.
std::optional<Date> parse_quarter(Scanner text, std::int64_t year, bool dashes) {
    const auto quarter = text.digits(1);
    if (!quarter) return {};
    if (text.at_end()) return find_date(QuarterDate{year, *quarter, 1});
    if (dashes && !text.skip('-')) return {};
    const auto day = dashes ? text.digits_up_to(2) : text.digits(2);
    if (!day) return {};
    return finished(text, find_date(QuarterDate{year, *quarter, *day}));
}

std::optional<Date> parse_ordinal(Scanner text, std::int64_t year) {
    const auto day = text.digits(3);
    if (!day) return {};
    return finished(text, find_date(OrdinalDate{year, *day}));
}

// mm-dd, mmdd or mm. In the form with dashes both may have one digit.
std::optional<Date> parse_month(Scanner text, std::int64_t year, bool dashes) {
    const auto month = dashes ? text.digits_up_to(2) : text.digits(2);
    if (!month) return {};
    if (text.at_end()) return find_date(CivilDate{year, *month, 1});
    if (dashes && !text.skip('-')) return {};
    const auto day = dashes ? text.digits_up_to(2) : text.digits(2);
    if (!day) return {};
    return finished(text, find_date(CivilDate{year, *month, *day}));
}

std::optional<std::int64_t> parse_year(Scanner& text, bool& has_sign) {
    const bool negative = text.skip('-');
    has_sign = negative || text.skip('+');
    const auto year = has_sign ? text.digits_up_to(9) : text.digits(4);
    if (!year) return {};
    return negative ? -*year : *year;
}

// `.` or `,` and 1 to 9 digits, as nanoseconds.
std::optional<int> parse_fraction(Scanner& text) {
    if (!text.skip('.') && !text.skip(',')) return {};
    const auto count = text.digit_count();
    auto nanoseconds = text.digits_up_to(9);
    if (!nanoseconds) return {};
    for (auto digits = count; digits < 9; ++digits) *nanoseconds *= 10;
    return nanoseconds;
}

// A time of day and the text behind it: an offset, a zone's name in brackets, both or none.
struct TimeText {
    std::string_view time;
    std::string_view offset;
    std::string_view zone;
};

std::optional<TimeText> split_time(std::string_view text) {
    TimeText parts;
    if (text.ends_with(']')) {
        const auto bracket = text.find('[');
        if (bracket == std::string_view::npos) return {};
        parts.zone = text.substr(bracket + 1, text.size() - bracket - 2);
        if (parts.zone.empty()) return {};
        text = text.substr(0, bracket);
    }
    const auto offset = text.find_first_of("Z+-");
    parts.time = text.substr(0, offset);
    if (offset != std::string_view::npos) parts.offset = text.substr(offset);
    return parts;
}

// The offset decides between the two instants of an overlap; otherwise it must be the zone's.
std::optional<ZonedDateTime> attach_zone(const LocalDateTime& local, std::string_view offset_text,
                                         std::string_view zone_text) {
    const auto offset = parse_offset(offset_text);
    if (!offset && !offset_text.empty()) return {};
    TimeZone zone{{}, offset.value_or(0)};
    if (!zone_text.empty()) {
        const auto found = find_zone(zone_text);
        if (!found) return {};
        zone = {*found, 0};
    }
    const auto value = attach(local, zone, offset);
    if (offset && value.offset != *offset) return {};
    return value;
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
    Scanner scanner{text};
    bool has_sign = false;
    const auto year = parse_year(scanner, has_sign);
    if (!year) return {};
    if (scanner.at_end()) return find_date(CivilDate{*year, 1, 1});
    const bool dashes = scanner.skip('-');
    if (has_sign && !dashes) return {};
    if (scanner.skip('W')) return parse_week(scanner, *year, dashes);
    if (scanner.skip('Q')) return parse_quarter(scanner, *year, dashes);
    if (scanner.digit_count() == 3) return parse_ordinal(scanner, *year);
    return parse_month(scanner, *year, dashes);
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
    Scanner scanner{text};
    ClockTime time;
    const auto hour = scanner.digits(2);
    if (!hour) return {};
    time.hour = *hour;
    const bool colons = scanner.next_is(':');
    for (int* unit : {&time.minute, &time.second}) {
        if (scanner.at_end()) return find_time(time);
        if (colons && !scanner.skip(':')) return {};
        const auto number = scanner.digits(2);
        if (!number) return {};
        *unit = *number;
    }
    if (scanner.at_end()) return find_time(time);
    const auto nanosecond = parse_fraction(scanner);
    if (!nanosecond || !scanner.at_end()) return {};
    time.nanosecond = *nanosecond;
    return find_time(time);
}

std::optional<ZonedTime> parse_zoned_time(std::string_view text) {
    const auto parts = split_time(text);
    if (!parts || !parts->zone.empty()) return {};
    const auto time = parse_local_time(parts->time);
    const auto offset = parts->offset.empty() ? 0 : parse_offset(parts->offset);
    if (!time || !offset) return {};
    return ZonedTime{time->nanoseconds, *offset};
}

std::optional<LocalDateTime> parse_local_date_time(std::string_view text) {
    const auto separator = text.find('T');
    const auto date = parse_date(text.substr(0, separator));
    if (!date) return {};
    if (separator == std::string_view::npos) return at(*date, {});
    const auto time = parse_local_time(text.substr(separator + 1));
    if (!time) return {};
    return at(*date, *time);
}

std::optional<ZonedDateTime> parse_zoned_date_time(std::string_view text) {
    const auto separator = text.find('T');
    if (separator == std::string_view::npos) {
        const auto date = parse_date(text);
        if (!date) return {};
        return attach(at(*date, {}), {});
    }
    const auto date = parse_date(text.substr(0, separator));
    const auto parts = split_time(text.substr(separator + 1));
    if (!date || !parts) return {};
    const auto time = parse_local_time(parts->time);
    if (!time) return {};
    return attach_zone(at(*date, *time), parts->offset, parts->zone);
}

} // namespace lintas
