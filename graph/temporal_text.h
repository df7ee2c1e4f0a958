// The ISO text of temporal values and durations, as openCypher prints them.
//
// Invariant: seconds are left out where seconds and what is below are zero, fractions have no
// trailing zeros; a zone's name follows the offset in brackets. No quotes.
#pragma once

#include "graph/temporal.h"

#include <cstdint>
#include <string>

namespace lintas {

std::string to_text(const Date& value);
std::string to_text(const LocalTime& value);
std::string to_text(const ZonedTime& value);
std::string to_text(const LocalDateTime& value);
std::string to_text(const ZonedDateTime& value);
std::string to_text(const Duration& value);

// `Z`, `+07:00`, or `+00:53:28` where seconds are needed. In seconds east of UTC.
std::string offset_text(std::int32_t offset);

} // namespace lintas
