// Durations from text.
//
// Invariant: the whole text is read or the answer is nullopt, also where a number does not fit.
// parse(to_text(value)) is value. Forms, after an optional sign for all of it:
//   P12Y5M2W14DT16H12M70.5S   each part once at most, in this order, with a sign and a fraction of
//                             its own; at least one part, and one after `T`
//   P2012-02-02T14:37:21.545  a date (as years, months and days), a time, or both
#pragma once

#include "graph/temporal.h"

#include <optional>
#include <string_view>

namespace lintas {

std::optional<Duration> parse_duration(std::string_view text);

} // namespace lintas
