#include "query/functions/numeric_sum.h"

#include "graph/error.h"
#include "query/functions/function.h"
#include "query/functions/operators.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace lintas::query {

void NumericSum::add(const Value& value) {
    const bool is_duration = value.is(ValueType::Duration);
    if (!is_duration && !value.is_number())
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentValue,
                    fmt::format("Aggregate `{}` was given {}, it takes numbers or durations",
                                aggregate_, describe(accepted_by(value)))};
    if (count_ > 0 && is_duration != has_durations_)
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentValue,
                    fmt::format("Aggregate `{}` was given numbers and durations, it takes only one "
                                "of them at a time",
                                aggregate_)};
    ++count_;
    has_durations_ = is_duration;
    if (is_duration) {
        durations_ = query::add(durations_, value);
    } else if (value.is(ValueType::Integer)) {
        integers_ += value.integer();
    } else {
        add_float(value.floating());
    }
}

void NumericSum::add_float(double value) {
    has_floats_ = true;
    const Long added = value;
    const Long total = floats_ + added;
    lost_ += std::fabs(floats_) >= std::fabs(added) ? (floats_ - total) + added
                                                    : (added - total) + floats_;
    floats_ = total;
}

NumericSum::Long NumericSum::floats() const {
    // With an infinity among the values, what was lost is not a number.
    return std::isfinite(floats_) ? floats_ + lost_ : floats_;
}

Value NumericSum::sum() const {
    if (has_durations_) return durations_;
    if (has_floats_) return static_cast<double>(floats() + static_cast<Long>(integers_));
    if (integers_ < std::numeric_limits<std::int64_t>::min() ||
        integers_ > std::numeric_limits<std::int64_t>::max())
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    fmt::format("The sum of {} integers is not an integer of 64 bits", count_)};
    return static_cast<std::int64_t>(integers_);
}

Value NumericSum::mean() const {
    if (count_ == 0) return {};
    if (has_durations_) return divide(durations_, static_cast<std::int64_t>(count_));
    return static_cast<double>((floats() + static_cast<Long>(integers_)) /
                               static_cast<Long>(count_));
}

} // namespace lintas::query
