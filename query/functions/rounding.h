// Rounding of floats to decimal places.
//
// Invariant: a float is rounded as the shortest decimal number that reads back as it, so that
// 1.005 rounded to two places is 1.01, as people expect.
#pragma once

#include <cstddef>
#include <string_view>

namespace lintas::query {

// Where a number between two candidates goes. Up: away from zero; Down: towards zero; Ceiling:
// towards infinity; Floor: towards minus infinity; the others: to the nearest, and a number in the
// middle up, down, or to the even digit.
enum class RoundingMode { Up, Down, Ceiling, Floor, HalfUp, HalfDown, HalfEven };

double round_decimal(double value, std::size_t places, RoundingMode mode);

} // namespace lintas::query
