#include "graph/temporal_between.h"

#include "graph/expect.h"
#include "graph/temporal_arithmetic.h"
#include "graph/temporal_calendar.h"
#include "graph/temporal_parts.h"

namespace lintas {

namespace {

// Two instants on one timeline. Where neither has a zone both stand in UTC, which changes nothing.
struct Interval {
    ZonedDateTime from;
    ZonedDateTime to;
    bool dated = false; // both have a date of their own
};

ZonedDateTime complete(const TemporalParts& parts, const TemporalParts& other) {
    const auto date = parts.date ? *parts.date : other.date.value_or(Date{});
    const auto local = at(date, parts.time.value_or(LocalTime{}));
    if (parts.zone) return attach(local, *parts.zone, parts.offset);
    return attach(local, other.zone.value_or(TimeZone{}), other.offset);
}

Interval interval(const Value& from, const Value& to) {
    const auto left = parts_of(from);
    const auto right = parts_of(to);
    expect(left && right, "a duration lies between two instants");
    Interval interval{complete(*left, *right), complete(*right, *left), left->date && right->date};
    interval.to = convert(interval.to, time_zone_of(interval.from));
    return interval;
}

// The date of `to`, less the day that is not yet complete.
std::int64_t complete_days(const LocalDateTime& from, const LocalDateTime& to) {
    const auto from_days = date_of(from).days;
    const auto to_days = date_of(to).days;
    if (from_days < to_days && time_of(to) < time_of(from)) return to_days - 1;
    if (from_days > to_days && time_of(to) > time_of(from)) return to_days + 1;
    return to_days;
}

std::int64_t whole_months(const Interval& interval) {
    const auto from = local_of(interval.from);
    const auto start = civil_from_days(date_of(from).days);
    const auto end = civil_from_days(complete_days(from, local_of(interval.to)));
    // Days of a month are fewer than 32, so they decide only between equal months.
    const auto count = [](const CivilDate& date) {
        return (date.year * 12 + date.month) * 32 + date.day;
    };
    return (count(end) - count(start)) / 32;
}

std::int64_t whole_days(const Interval& interval) {
    const auto from = local_of(interval.from);
    return complete_days(from, local_of(interval.to)) - date_of(from).days;
}

Duration rest(const Interval& interval) {
    const auto nanoseconds = std::int64_t{interval.to.nanoseconds} - interval.from.nanoseconds;
    return {0, 0,
            interval.to.seconds - interval.from.seconds +
                floor_divide(nanoseconds, nanoseconds_per_second),
            static_cast<std::int32_t>(floor_rest(nanoseconds, nanoseconds_per_second))};
}

} // namespace

Duration duration_between(const Value& from, const Value& to) {
    auto left = interval(from, to);
    Duration duration;
    if (left.dated) {
        duration.months = whole_months(left);
        left.from = add(left.from, Duration{duration.months, 0, 0, 0});
        duration.days = whole_days(left);
        left.from = add(left.from, Duration{0, duration.days, 0, 0});
    }
    return add(duration, rest(left));
}

Duration months_between(const Value& from, const Value& to) {
    const auto whole = interval(from, to);
    return {whole.dated ? whole_months(whole) : 0, 0, 0, 0};
}

Duration days_between(const Value& from, const Value& to) {
    const auto whole = interval(from, to);
    return {0, whole.dated ? whole_days(whole) : 0, 0, 0};
}

Duration seconds_between(const Value& from, const Value& to) { return rest(interval(from, to)); }

} // namespace lintas
