// What keeps temporal arithmetic inside the ranges of temporal.h: checked sums and products, and
// the check of a finished value.
//
// Invariant: whatever does not fit is an Error (ErrorCode::Argument, NumberOutOfRange); nothing
// overflows and nothing wraps around.
#pragma once

#include "graph/temporal.h"

#include <cstdint>

namespace lintas {

[[noreturn]] void fail_duration_range();

std::int64_t checked_add(std::int64_t left, std::int64_t right);
std::int64_t checked_multiply(std::int64_t left, std::int64_t right);
std::int64_t checked_negate(std::int64_t value);

// The value itself, or an Error where its year is out of range.
Date checked(Date value);
LocalDateTime checked(const LocalDateTime& value);

} // namespace lintas
