// Numbers of months, days and seconds that need not be whole, and the one rule by which openCypher
// carries their fractions down: a month is 2,629,746 seconds (30.436875 days, a twelfth of the mean
// Gregorian year), a day 24 hours.
//
// Invariant: an Amount's whole part is exact; its fraction lies between -1 and 1 and has the whole
// part's sign. An Amount that does not fit 64 bits says so, and so does all that is computed from
// it. What is finer than a nanosecond is rounded once, at the end; a half is dropped.
#pragma once

#include "graph/temporal.h"

#include <cstdint>
#include <optional>

namespace lintas {

struct Amount {
    std::int64_t whole = 0;
    long double fraction = 0;
    bool fits = true;
};

// NaN and infinities do not fit.
Amount amount_of(long double value);
// A float counts as the decimal number that it is printed as: 0.1 is a tenth.
long double decimal(double value);

Amount add(const Amount& left, const Amount& right);
Amount multiply(const Amount& value, std::int64_t factor);
Amount multiply(const Amount& value, long double factor);
// REQUIRES: divisor != 0.
Amount divide(std::int64_t value, std::int64_t divisor);

struct Amounts {
    Amount months;
    Amount days;
    Amount seconds;
    Amount nanoseconds;
};

// Carries fractions of months into days and fractions of days into seconds. nullopt where
// something does not fit.
std::optional<Duration> find_duration(const Amounts& amounts);
// Throws where find_duration finds nothing.
Duration duration_for(const Amounts& amounts);

} // namespace lintas
