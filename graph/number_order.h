// Orders numbers by their exact numeric value: 2^53 + 1 differs from every float.
//
// Invariant: no integer is rounded to a float on the way. NaN is unordered, -0.0 equals 0.0.
#pragma once

#include "graph/value.h"

#include <cmath>
#include <compare>
#include <cstdint>

namespace lintas {

inline std::partial_ordering compare_numbers(std::int64_t left, double right) {
    constexpr double beyond_all = 9'223'372'036'854'775'808.0; // 2^63
    if (std::isnan(right)) return std::partial_ordering::unordered;
    if (right >= beyond_all) return std::partial_ordering::less;
    if (right < -beyond_all) return std::partial_ordering::greater;
    const double whole = std::trunc(right);
    const auto of_whole = left <=> static_cast<std::int64_t>(whole);
    return std::is_neq(of_whole) ? std::partial_ordering{of_whole} : whole <=> right;
}

inline std::partial_ordering compare_numbers(double left, std::int64_t right) {
    return 0 <=> compare_numbers(right, left); // the other way round
}

// REQUIRES: both are numbers.
inline std::partial_ordering compare_numbers(const Value& left, const Value& right) {
    const bool left_is_integer = left.is(ValueType::Integer);
    const bool right_is_integer = right.is(ValueType::Integer);
    if (left_is_integer && right_is_integer) return left.integer() <=> right.integer();
    if (left_is_integer) return compare_numbers(left.integer(), right.floating());
    if (right_is_integer) return compare_numbers(left.floating(), right.integer());
    return left.floating() <=> right.floating();
}

} // namespace lintas
