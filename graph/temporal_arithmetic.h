// Instants plus durations, and durations plus, times and through numbers.
//
// Invariant: a duration's months are added first (a day that the month lacks becomes its last),
// then its days, then its seconds. A result out of range is an Error (temporal_range.h).
#pragma once

#include "graph/temporal.h"
#include "graph/value.h"

#include <optional>

namespace lintas {

// Of the seconds a date counts whole days only, towards zero.
Date add(Date value, const Duration& duration);
// Times of day take the seconds only and go round at midnight.
LocalTime add(LocalTime value, const Duration& duration);
ZonedTime add(const ZonedTime& value, const Duration& duration);
LocalDateTime add(const LocalDateTime& value, const Duration& duration);
// Months and days move the local clock, and keep the offset where the new day shows that time
// twice; seconds move the instant.
ZonedDateTime add(const ZonedDateTime& value, const Duration& duration);

Duration add(const Duration& left, const Duration& right);
Duration negate(const Duration& value);
// Fractions are carried down as temporal_amount.h says.
Duration multiply(const Duration& value, std::int64_t factor);
Duration multiply(const Duration& value, double factor);
// Throws for a divisor of zero.
Duration divide(const Duration& value, std::int64_t divisor);
Duration divide(const Duration& value, double divisor);

// The operators `+ - * /` of the language over temporal values. nullopt where the two types do not
// go together: instant + duration, duration + instant, instant - duration, duration +- duration,
// duration * number, number * duration and duration / number do.
std::optional<Value> add_temporal(const Value& left, const Value& right);
std::optional<Value> subtract_temporal(const Value& left, const Value& right);
std::optional<Value> multiply_temporal(const Value& left, const Value& right);
std::optional<Value> divide_temporal(const Value& left, const Value& right);

} // namespace lintas
