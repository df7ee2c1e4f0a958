#include "query/functions/aggregate.h"

#include "graph/compare.h"
#include "query/functions/name_order.h"
#include "query/functions/numeric_sum.h"
#include "query/functions/percentile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lintas::query {

namespace {

class CountState final : public AggregateState {
public:
    void add(const Value&, const Value&) override { ++count_; }
    Value result() const override { return count_; }

private:
    std::int64_t count_ = 0;
};

class SumState final : public AggregateState {
public:
    void add(const Value& value, const Value&) override { sum_.add(value); }
    Value result() const override { return sum_.sum(); }

private:
    NumericSum sum_{"sum"};
};

class MeanState final : public AggregateState {
public:
    void add(const Value& value, const Value&) override { sum_.add(value); }
    Value result() const override { return sum_.mean(); }

private:
    NumericSum sum_{"avg"};
};

// The first of the values that none comes before in the order of all values.
template <bool wants_largest> class ExtremeState final : public AggregateState {
public:
    void add(const Value& value, const Value&) override {
        if (extreme_.is_null() || is_beyond(order(value, extreme_))) extreme_ = value;
    }
    Value result() const override { return extreme_; }

private:
    static bool is_beyond(std::weak_ordering order) {
        return wants_largest ? order > 0 : order < 0;
    }

    Value extreme_;
};

class CollectState final : public AggregateState {
public:
    void add(const Value& value, const Value&) override { values_.push_back(value); }
    Value result() const override { return Value{values_}; }

private:
    List values_;
};

// Welford's running variance: the mean is subtracted before squares are taken, so that values far
// from zero do not cancel out. B. P. Welford, Technometrics 4(3), 1962.
template <bool is_sample> class DeviationState final : public AggregateState {
public:
    void add(const Value& value, const Value&) override {
        if (!value.is_number())
            throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentValue,
                        fmt::format("Aggregate `{}` was given {}, it takes {}",
                                    is_sample ? "stDev" : "stDevP", describe(accepted_by(value)),
                                    describe(Accepts::Number))};
        ++count_;
        const auto before = value.number() - mean_;
        mean_ += before / static_cast<double>(count_);
        squares_ += before * (value.number() - mean_);
    }
    Value result() const override {
        if (count_ < 2) return 0.0;
        return std::sqrt(squares_ / static_cast<double>(is_sample ? count_ - 1 : count_));
    }

private:
    std::int64_t count_ = 0;
    double mean_ = 0;
    double squares_ = 0;
};

template <typename State> std::unique_ptr<AggregateState> start() {
    return std::make_unique<State>();
}

constexpr AggregateFunction table[] = {
    {"avg", 1, Accepts::Float | Accepts::Duration, start<MeanState>,
     "The mean of numbers or durations; null for none"},
    {"collect", 1, Accepts::List, start<CollectState>, "The values as a list"},
    {"count", 1, Accepts::Integer, start<CountState>, "The number of values that are not null"},
    {"max", 1, Accepts::Any, start<ExtremeState<true>>,
     "The value that comes last in the order of all values; null for none", true},
    {"min", 1, Accepts::Any, start<ExtremeState<false>>,
     "The value that comes first in the order of all values; null for none", true},
    {"percentileCont", 2, Accepts::Float, start_percentile_cont,
     "The percentile (from 0 to 1) of numbers, between the nearest two in proportion"},
    {"percentileDisc", 2, Accepts::Number, start_percentile_disc,
     "The number at the percentile (from 0 to 1)"},
    {"stDev", 1, Accepts::Float, start<DeviationState<true>>,
     "The standard deviation of the whole, estimated from the numbers as its sample"},
    {"stDevP", 1, Accepts::Float, start<DeviationState<false>>,
     "The standard deviation of the numbers themselves"},
    {"sum", 1, Accepts::Number | Accepts::Duration, start<SumState>,
     "The sum of numbers or durations; 0 for none"},
};

} // namespace

const AggregateFunction* find_aggregate(std::string_view name) {
    const auto* found = std::ranges::find_if(table, [name](const AggregateFunction& aggregate) {
        return is_same_name(aggregate.name, name);
    });
    return found == std::end(table) ? nullptr : found;
}

std::span<const AggregateFunction> all_aggregates() { return table; }

} // namespace lintas::query
