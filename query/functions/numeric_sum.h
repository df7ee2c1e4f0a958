// A sum of integers, floats or durations that loses nothing on the way.
//
// Invariant: the result does not depend on the order of the integers; it is an integer as long as
// no float was added.
#pragma once

#include "graph/value.h"

#include <cstdint>
#include <string_view>

namespace lintas::query {

class NumericSum {
public:
    // `aggregate` is the name that messages use.
    explicit NumericSum(std::string_view aggregate) : aggregate_{aggregate} {}

    // TypeError InvalidArgumentValue unless the value is a number, or all values are durations.
    void add(const Value& value);

    std::uint64_t count() const { return count_; }
    // 0 for no values. ArgumentError NumberOutOfRange for a sum of integers that 64 bits cannot
    // hold.
    Value sum() const;
    // Null for no values. A float, or a duration.
    Value mean() const;

private:
    // Integers of 64 bits never overflow this.
    __extension__ using Wide = __int128;
    // Has the range to add up even the largest doubles.
    using Long = long double;

    void add_float(double value);
    Long floats() const;

    std::string_view aggregate_;
    std::uint64_t count_ = 0;
    Wide integers_ = 0;
    Long floats_ = 0;
    // What rounding took from floats_ (Neumaier's summation).
    Long lost_ = 0;
    bool has_floats_ = false;
    bool has_durations_ = false;
    Value durations_ = Duration{};
};

} // namespace lintas::query
