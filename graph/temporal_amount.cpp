#include "graph/temporal_amount.h"

#include "graph/temporal_calendar.h"
#include "graph/temporal_range.h"

#include <cmath>
#include <limits>

namespace lintas {

static_assert(std::numeric_limits<long double>::digits >= 64,
              "a 64-bit integer fits a long double without loss");

namespace {

constexpr long double days_per_month = 30.436875L;

// Gives both parts one sign. REQUIRES: the fraction lies between -1 and 1.
Amount with_one_sign(const Amount& value) {
    if (value.whole > 0 && value.fraction < 0) {
        return {value.whole - 1, value.fraction + 1, value.fits};
    }
    if (value.whole < 0 && value.fraction > 0) {
        return {value.whole + 1, value.fraction - 1, value.fits};
    }
    return value;
}

// Moves whole numbers out of the fraction, which may have any size.
Amount settle(std::int64_t whole, long double fraction, bool fits) {
    const auto moved = amount_of(fraction);
    Amount settled{0, moved.fraction, fits && moved.fits};
    settled.fits = !__builtin_add_overflow(whole, moved.whole, &settled.whole) && settled.fits;
    return with_one_sign(settled);
}

} // namespace

Amount amount_of(long double value) {
    constexpr auto limit = 9'223'372'036'854'775'808.0L; // 2^63
    if (!(value >= -limit && value < limit)) return {0, 0, false};
    const auto whole = std::trunc(value);
    return {static_cast<std::int64_t>(whole), value - whole, true};
}

Amount add(const Amount& left, const Amount& right) {
    std::int64_t whole = 0;
    const bool fits = !__builtin_add_overflow(left.whole, right.whole, &whole);
    return settle(whole, left.fraction + right.fraction, fits && left.fits && right.fits);
}

Amount multiply(const Amount& value, std::int64_t factor) {
    std::int64_t whole = 0;
    const bool fits = !__builtin_mul_overflow(value.whole, factor, &whole);
    return settle(whole, value.fraction * static_cast<long double>(factor), fits && value.fits);
}

Amount multiply(const Amount& value, long double factor) {
    auto product = amount_of((static_cast<long double>(value.whole) + value.fraction) * factor);
    product.fits = product.fits && value.fits;
    return product;
}

std::optional<Duration> find_duration(const Amounts& amounts) {
    const auto days = add(amounts.days, amount_of(amounts.months.fraction * days_per_month));
    const auto carried = amount_of(days.fraction * seconds_per_day);
    const auto seconds = add(amounts.seconds, carried);
    const auto finest =
        amount_of(seconds.fraction * nanoseconds_per_second + amounts.nanoseconds.fraction);
    const Amount rounded{std::llrint(static_cast<long double>(finest.whole) + finest.fraction)};
    const auto nanoseconds = add({amounts.nanoseconds.whole, 0, amounts.nanoseconds.fits}, rounded);
    const auto total =
        add({seconds.whole, 0, seconds.fits},
            {floor_divide(nanoseconds.whole, nanoseconds_per_second), 0, nanoseconds.fits});
    if (!amounts.months.fits || !days.fits || !total.fits) return {};
    return Duration{
        amounts.months.whole, days.whole, total.whole,
        static_cast<std::int32_t>(floor_rest(nanoseconds.whole, nanoseconds_per_second))};
}

Duration duration_for(const Amounts& amounts) {
    const auto duration = find_duration(amounts);
    if (!duration) fail_duration_range();
    return *duration;
}

} // namespace lintas
