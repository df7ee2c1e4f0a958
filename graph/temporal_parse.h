// Temporal values from text, in the forms of ISO 8601 that openCypher takes.
//
// Invariant: the whole text is read or the answer is nullopt, as it is for a day or time that does
// not exist. parse(to_text(value)) is value.
//   date    2015-07-21 20150721 2015-07 201507 2015 | 2015-W30-2 2015W302 2015-W30 2015W30 |
//           2015-Q3-21 2015Q321 2015-Q3 2015Q3 | 2015-202 2015202; a year with a sign has 1 to 9
//           digits and takes the forms with `-` only
//   time    21:40:32.142 214032.142 21:40:32 214032 21:40 2140 21
//   offset  Z +01:00 +0100 +01 +01:00:00 +010000
//   both    date, `T`, time; a date alone is its midnight
#pragma once

#include "graph/temporal.h"

#include <optional>
#include <string_view>

namespace lintas {

std::optional<Date> parse_date(std::string_view text);
std::optional<LocalTime> parse_local_time(std::string_view text);
// Without an offset: UTC.
std::optional<ZonedTime> parse_zoned_time(std::string_view text);
std::optional<LocalDateTime> parse_local_date_time(std::string_view text);
// A zone's name in brackets may follow the time or its offset; the two must agree. Without either:
// UTC.
std::optional<ZonedDateTime> parse_zoned_date_time(std::string_view text);

} // namespace lintas
