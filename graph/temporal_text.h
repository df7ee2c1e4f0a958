// The ISO text of temporal values and durations, as openCypher prints them.
//
// Invariant: seconds are left out where seconds and what is below are zero, fractions have no
// trailing zeros; a zone's name follows the offset in brackets. No quotes.
#pragma once

#include "graph/temporal.h"

#include <string>

namespace lintas {

std::string to_text(const Date& value);
std::string to_text(const LocalTime& value);
std::string to_text(const ZonedTime& value);
std::string to_text(const LocalDateTime& value);
std::string to_text(const ZonedDateTime& value);
std::string to_text(const Duration& value);

} // namespace lintas
