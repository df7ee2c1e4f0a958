// Orders zoned times and datetimes on the UTC timeline.
//
// Invariant: two values of the same instant are equal here, whatever their zones.
#pragma once

#include "graph/temporal.h"

#include <compare>
#include <cstdint>

namespace lintas {

// Nanoseconds since midnight in UTC; below 0 or beyond 24 h where UTC is in another day.
inline std::int64_t instant(const ZonedTime& time) {
    return time.nanoseconds - time.offset * std::int64_t{1'000'000'000};
}

inline std::strong_ordering by_instant(const ZonedTime& left, const ZonedTime& right) {
    return instant(left) <=> instant(right);
}

inline std::strong_ordering by_instant(const ZonedDateTime& left, const ZonedDateTime& right) {
    if (left.seconds != right.seconds) return left.seconds <=> right.seconds;
    return left.nanoseconds <=> right.nanoseconds;
}

} // namespace lintas
