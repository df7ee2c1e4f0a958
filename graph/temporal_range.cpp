#include "graph/temporal_range.h"

#include "graph/error.h"
#include "graph/temporal_calendar.h"

namespace lintas {

namespace {

[[noreturn]] void fail_year() {
    throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                "A date is out of range; years go from -999999999 to 999999999"};
}

} // namespace

void fail_duration_range() {
    throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                "A duration is out of range; its months, days and seconds are 64-bit integers"};
}

std::int64_t checked_add(std::int64_t left, std::int64_t right) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(left, right, &sum)) fail_duration_range();
    return sum;
}

std::int64_t checked_multiply(std::int64_t left, std::int64_t right) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(left, right, &product)) fail_duration_range();
    return product;
}

std::int64_t checked_negate(std::int64_t value) { return checked_multiply(value, -1); }

Date checked(Date value) {
    if (!in_range(value)) fail_year();
    return value;
}

LocalDateTime checked(const LocalDateTime& value) {
    if (!in_range(value)) fail_year();
    return value;
}

} // namespace lintas
