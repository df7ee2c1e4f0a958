// The duration from one instant to another: all of it, or in one unit.
//
// Invariant: `from + duration_between(from, to)` is `to` for two values of one type. An instant
// takes what it lacks from the other: a date has midnight, a time has the other's date, a local
// value has the other's time zone. Zoned values are compared in the zone of `from`. Whole months
// and days are counted only where both have a date of their own, and never past `to`.
#pragma once

#include "graph/temporal.h"
#include "graph/value.h"

namespace lintas {

// REQUIRES (all four): both values are instants (Date to ZonedDateTime).
Duration duration_between(const Value& from, const Value& to);
Duration months_between(const Value& from, const Value& to);
Duration days_between(const Value& from, const Value& to);
Duration seconds_between(const Value& from, const Value& to);

} // namespace lintas
