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

std::int64_t whole_months(const LocalDateTime& from, const LocalDateTime& to) {
    // Days of a month are fewer than 32, so they decide only between equal months.
    const auto count = [](std::int64_t days) {
        const auto date = civil_from_days(days);
        return (date.year * 12 + date.month) * 32 + date.day;
    };
    return (count(complete_days(from, to)) - count(date_of(from).days)) / 32;
}

std::int64_t whole_days(const LocalDateTime& from, const LocalDateTime& to) {
    return complete_days(from, to) - date_of(from).days;
}

Duration rest(const ZonedDateTime& from, const ZonedDateTime& to) {
    const auto nanoseconds = std::int64_t{to.nanoseconds} - from.nanoseconds;
    return {0, 0, to.seconds - from.seconds + floor_divide(nanoseconds, nanoseconds_per_second),
            static_cast<std::int32_t>(floor_rest(nanoseconds, nanoseconds_per_second))};
}

} // namespace

Duration duration_between(const Value& from, const Value& to) {
    const auto whole = interval(from, to);
    Duration dated;
    if (whole.dated) {
        // On the local clock, as addition does; only the rest goes by instants.
        const auto start = local_of(whole.from);
        const auto end = local_of(whole.to);
        dated.months = whole_months(start, end);
        dated.days = whole_days(add(start, dated), end);
    }
    return add(dated, rest(add(whole.from, dated), whole.to));
}

Duration months_between(const Value& from, const Value& to) {
    const auto whole = interval(from, to);
    return {whole.dated ? whole_months(local_of(whole.from), local_of(whole.to)) : 0, 0, 0, 0};
}

Duration days_between(const Value& from, const Value& to) {
    const auto whole = interval(from, to);
    return {0, whole.dated ? whole_days(local_of(whole.from), local_of(whole.to)) : 0, 0, 0};
}

Duration seconds_between(const Value& from, const Value& to) {
    const auto whole = interval(from, to);
    return rest(whole.from, whole.to);
}

} // namespace lintas
