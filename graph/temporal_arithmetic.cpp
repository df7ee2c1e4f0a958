#include "graph/temporal_arithmetic.h"

#include "graph/error.h"
#include "graph/temporal_amount.h"
#include "graph/temporal_calendar.h"
#include "graph/temporal_range.h"
#include "graph/temporal_zone.h"

#include <algorithm>

namespace lintas {

namespace {

// More than lie between the first and the last year, and few enough never to overflow.
constexpr std::int64_t most_months = 2 * (max_year + 1) * 12;
constexpr std::int64_t most_days = 2 * (max_year + 1) * 366;
constexpr std::int64_t most_seconds = most_days * seconds_per_day;

Date add_months_and_days(Date date, std::int64_t months, std::int64_t days) {
    if (months != 0) {
        const auto moved =
            add_months(civil_from_days(date.days), std::clamp(months, -most_months, most_months));
        date = checked(Date{days_from_civil(moved)});
    }
    return checked(Date{date.days + std::clamp(days, -most_days, most_days)});
}

LocalDateTime add_seconds(const LocalDateTime& value, const Duration& duration) {
    const auto nanoseconds = std::int64_t{value.nanoseconds} + duration.nanoseconds;
    const auto seconds = value.seconds + std::clamp(duration.seconds, -most_seconds, most_seconds);
    return {seconds + nanoseconds / nanoseconds_per_second,
            static_cast<std::int32_t>(nanoseconds % nanoseconds_per_second)};
}

std::int64_t add_around_midnight(std::int64_t nanoseconds, const Duration& duration) {
    const auto seconds = floor_rest(duration.seconds, seconds_per_day);
    const auto sum = nanoseconds + seconds * nanoseconds_per_second + duration.nanoseconds;
    return sum % nanoseconds_per_day;
}

// Towards zero; the nanoseconds of a negative duration bring it nearer to zero.
std::int64_t whole_days(const Duration& duration) {
    const bool nearer = duration.seconds < 0 && duration.nanoseconds > 0;
    return (duration.seconds + (nearer ? 1 : 0)) / seconds_per_day;
}

// By the four parts, each of them an amount.
template <typename Function> Duration map_parts(const Duration& value, Function&& function) {
    return duration_for({function(value.months), function(value.days), function(value.seconds),
                         function(value.nanoseconds)});
}

void check_divisor(bool is_zero) {
    if (is_zero) throw Error{ErrorCode::Argument, "A duration cannot be divided by zero"};
}

bool is_duration(const Value& value) { return value.is(ValueType::Duration); }

// nullopt where the value is no instant.
std::optional<Value> add_to_instant(const Value& value, const Duration& duration) {
    switch (value.type()) {
    case ValueType::Date: return add(value.as<Date>(), duration);
    case ValueType::LocalTime: return add(value.as<LocalTime>(), duration);
    case ValueType::ZonedTime: return add(value.as<ZonedTime>(), duration);
    case ValueType::LocalDateTime: return add(value.as<LocalDateTime>(), duration);
    case ValueType::ZonedDateTime: return add(value.as<ZonedDateTime>(), duration);
    case ValueType::Duration: return add(value.as<Duration>(), duration);
    case ValueType::Null:
    case ValueType::Boolean:
    case ValueType::Integer:
    case ValueType::Float:
    case ValueType::String:
    case ValueType::List:
    case ValueType::Map:
    case ValueType::Node:
    case ValueType::Relationship:
    case ValueType::Path:
    case ValueType::Point: break;
    }
    return {};
}

} // namespace

Date add(Date value, const Duration& duration) {
    const auto date = add_months_and_days(value, duration.months, duration.days);
    return add_months_and_days(date, 0, whole_days(duration));
}

LocalTime add(LocalTime value, const Duration& duration) {
    return {add_around_midnight(value.nanoseconds, duration)};
}

ZonedTime add(const ZonedTime& value, const Duration& duration) {
    return {add_around_midnight(value.nanoseconds, duration), value.offset};
}

LocalDateTime add(const LocalDateTime& value, const Duration& duration) {
    const auto date = add_months_and_days(date_of(value), duration.months, duration.days);
    return checked(add_seconds(at(date, time_of(value)), duration));
}

ZonedDateTime add(const ZonedDateTime& value, const Duration& duration) {
    const auto zone = time_zone_of(value);
    auto moved = value;
    if (duration.months != 0 || duration.days != 0) {
        const Duration date_part{duration.months, duration.days, 0, 0};
        moved = attach(add(local_of(value), date_part), zone, value.offset);
    }
    const auto [seconds, nanoseconds] = add_seconds({moved.seconds, moved.nanoseconds}, duration);
    return convert({seconds, nanoseconds, moved.offset, moved.zone}, zone);
}

Duration add(const Duration& left, const Duration& right) {
    const auto nanoseconds = std::int64_t{left.nanoseconds} + right.nanoseconds;
    const auto carried = nanoseconds / nanoseconds_per_second;
    return {checked_add(left.months, right.months), checked_add(left.days, right.days),
            checked_add(checked_add(left.seconds, right.seconds), carried),
            static_cast<std::int32_t>(nanoseconds % nanoseconds_per_second)};
}

Duration negate(const Duration& value) {
    const bool has_rest = value.nanoseconds > 0;
    // -(s + n) is (-s - 1) + (1 - n), and -s - 1 always fits.
    const auto seconds = has_rest ? ~value.seconds : checked_negate(value.seconds);
    return {checked_negate(value.months), checked_negate(value.days), seconds,
            has_rest ? static_cast<std::int32_t>(nanoseconds_per_second) - value.nanoseconds : 0};
}

Duration multiply(const Duration& value, std::int64_t factor) {
    // In two steps: all nanoseconds times a factor may pass 64 bits.
    const auto whole = checked_multiply(factor / nanoseconds_per_second, value.nanoseconds);
    const auto rest = factor % nanoseconds_per_second * value.nanoseconds;
    const auto carried = checked_add(whole, floor_divide(rest, nanoseconds_per_second));
    return {checked_multiply(value.months, factor), checked_multiply(value.days, factor),
            checked_add(checked_multiply(value.seconds, factor), carried),
            static_cast<std::int32_t>(floor_rest(rest, nanoseconds_per_second))};
}

Duration multiply(const Duration& value, double factor) {
    return map_parts(value, [factor = decimal(factor)](std::int64_t part) {
        return multiply(Amount{part}, factor);
    });
}

Duration divide(const Duration& value, std::int64_t divisor) {
    check_divisor(divisor == 0);
    return map_parts(value, [divisor](std::int64_t part) { return divide(part, divisor); });
}

Duration divide(const Duration& value, double divisor) {
    check_divisor(divisor == 0);
    return map_parts(value, [divisor = decimal(divisor)](std::int64_t part) {
        return amount_of(static_cast<long double>(part) / divisor);
    });
}

std::optional<Value> add_temporal(const Value& left, const Value& right) {
    if (is_duration(right)) return add_to_instant(left, right.as<Duration>());
    if (is_duration(left)) return add_to_instant(right, left.as<Duration>());
    return {};
}

std::optional<Value> subtract_temporal(const Value& left, const Value& right) {
    if (!is_duration(right)) return {};
    return add_to_instant(left, negate(right.as<Duration>()));
}

std::optional<Value> multiply_temporal(const Value& left, const Value& right) {
    if (is_duration(right) && left.is_number()) return multiply_temporal(right, left);
    if (!is_duration(left) || !right.is_number()) return {};
    const auto& duration = left.as<Duration>();
    if (right.is(ValueType::Integer)) return multiply(duration, right.integer());
    return multiply(duration, right.floating());
}

std::optional<Value> divide_temporal(const Value& left, const Value& right) {
    if (!is_duration(left) || !right.is_number()) return {};
    const auto& duration = left.as<Duration>();
    if (right.is(ValueType::Integer)) return divide(duration, right.integer());
    return divide(duration, right.floating());
}

} // namespace lintas
