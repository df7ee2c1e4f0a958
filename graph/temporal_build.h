// Temporal values from what a query gives: text, a map of components, or another temporal value.
//
// Invariant: the result is in range, or there is an Error that says what is wrong (Type
// InvalidArgumentType for a value that cannot become one, Argument InvalidArgumentValue for text
// or components that do not make one).
// In a map, `date`, `time` and `datetime` select from another value what the other components then
// change. A time zone converts the instant of what was selected with a zone; anything else it
// gives its zone to. Without any zone: UTC.
#pragma once

#include "graph/temporal.h"
#include "graph/value.h"

namespace lintas {

Date date_from(const Value& value);
LocalTime local_time_from(const Value& value);
ZonedTime zoned_time_from(const Value& value);
LocalDateTime local_date_time_from(const Value& value);
ZonedDateTime zoned_date_time_from(const Value& value);

// From nanoseconds that may be negative or more than a second. Throws where out of range.
ZonedDateTime from_epoch(std::int64_t seconds, std::int64_t nanoseconds);
ZonedDateTime from_epoch_milliseconds(std::int64_t milliseconds);

} // namespace lintas
