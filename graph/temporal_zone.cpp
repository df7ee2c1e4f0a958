#include "graph/temporal_zone.h"

#include "graph/temporal_range.h"
#include "graph/temporal_scanner.h"
#include "graph/zones.h"

namespace lintas {

namespace {

// hh, hh:mm, hh:mm:ss, hhmm or hhmmss, in seconds.
std::optional<std::int32_t> parse_hours(Scanner text) {
    std::int32_t seconds = 0;
    const auto hours = text.digits(2);
    if (!hours) return {};
    seconds = *hours * 3600;
    const bool colons = !text.at_end() && text.next_is(':');
    for (const int unit : {60, 1}) {
        if (text.at_end()) break;
        if (colons && !text.skip(':')) return {};
        const auto number = text.digits(2);
        if (!number || *number > 59) return {};
        seconds += *number * unit;
    }
    if (!text.at_end() || seconds > max_offset) return {};
    return seconds;
}

ZonedDateTime checked_zoned(const ZonedDateTime& value) {
    checked(local_of(value));
    return value;
}

} // namespace

std::optional<std::int32_t> parse_offset(std::string_view text) {
    if (text == "Z") return 0;
    Scanner scanner{text};
    const bool negative = scanner.skip('-');
    if (!negative && !scanner.skip('+')) return {};
    const auto seconds = parse_hours(scanner);
    if (!seconds) return {};
    return negative ? -*seconds : *seconds;
}

std::optional<TimeZone> parse_time_zone(std::string_view text) {
    if (const auto offset = parse_offset(text)) return TimeZone{{}, *offset};
    if (const auto zone = find_zone(text)) return TimeZone{*zone, 0};
    return {};
}

TimeZone time_zone_of(const ZonedDateTime& value) {
    if (value.zone != ZoneId{}) return {value.zone, 0};
    return {{}, value.offset};
}

LocalDateTime local_of(const ZonedDateTime& value) {
    return {value.seconds + value.offset, value.nanoseconds};
}

ZonedDateTime attach(const LocalDateTime& local, const TimeZone& zone,
                     std::optional<std::int32_t> preferred) {
    if (zone.zone == ZoneId{}) {
        return checked_zoned(
            {local.seconds - zone.offset, local.nanoseconds, zone.offset, ZoneId{}});
    }
    const auto [seconds, offset] = instant_of_local(zone.zone, local.seconds, preferred);
    return checked_zoned({seconds, local.nanoseconds, offset, zone.zone});
}

ZonedDateTime convert(const ZonedDateTime& value, const TimeZone& zone) {
    const auto offset = zone.zone == ZoneId{} ? zone.offset : offset_at(zone.zone, value.seconds);
    return checked_zoned({value.seconds, value.nanoseconds, offset, zone.zone});
}

} // namespace lintas
