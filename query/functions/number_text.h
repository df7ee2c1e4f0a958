// Numbers out of text, as the conversion functions read them.
//
// Invariant: white space around the number is allowed, anything else that is not part of it is not.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lintas::query {

// `17`, `-3`, `+4`; of a decimal number (`2.9`, `1e3`) the part before the point. nullopt for
// anything else, also for a number that does not fit 64 bits.
std::optional<std::int64_t> read_integer(std::string_view text);

// A decimal number, `NaN`, `Infinity` or `-Infinity`. A number too large for a float is infinite.
std::optional<double> read_float(std::string_view text);

// Without its fraction; nullopt when the rest does not fit 64 bits.
std::optional<std::int64_t> truncate_float(double value);

} // namespace lintas::query
