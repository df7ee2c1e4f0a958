#include "query/functions/percentile.h"

#include "graph/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace lintas::query {

namespace {

class PercentileState : public AggregateState {
public:
    explicit PercentileState(std::string_view name) : name_{name} {}

    void add(const Value& value, const Value& second) final {
        const auto percentile = checked_percentile(second);
        if (values_.empty()) percentile_ = percentile;
        check_number(value);
        values_.push_back(value);
    }

    Value result() const final {
        if (values_.empty() || !percentile_) return {};
        return of_values(*percentile_);
    }

protected:
    virtual Value of_values(double percentile) const = 0;

    std::size_t count() const { return values_.size(); }
    // The value that stands at a place when they are in order, counted from 0.
    const Value& value_at(std::size_t place) const {
        const auto at = values_.begin() + static_cast<std::ptrdiff_t>(place);
        std::nth_element(
            values_.begin(), at, values_.end(),
            [](const Value& left, const Value& right) { return order(left, right) < 0; });
        return *at;
    }

private:
    void check_number(const Value& value) const {
        if (value.is_number()) return;
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentValue,
                    fmt::format("Aggregate `{}` was given {}, it takes {}", name_,
                                describe(accepted_by(value)), describe(Accepts::Number))};
    }

    std::optional<double> checked_percentile(const Value& value) const {
        if (value.is_null()) return std::nullopt;
        check_number(value);
        const auto percentile = value.number();
        if (percentile >= 0 && percentile <= 1) return percentile;
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    fmt::format("The percentile of `{}` is `{}`, it must be from 0 to 1", name_,
                                to_text(value))};
    }

    std::string_view name_;
    std::optional<double> percentile_;
    // Reordered to look for a place; which values there are never changes by that.
    mutable std::vector<Value> values_;
};

class DiscreteState final : public PercentileState {
public:
    DiscreteState() : PercentileState{"percentileDisc"} {}

private:
    Value of_values(double percentile) const override {
        const auto rank = std::ceil(percentile * static_cast<double>(count()));
        return value_at(rank < 1 ? 0 : static_cast<std::size_t>(rank) - 1);
    }
};

class ContinuousState final : public PercentileState {
public:
    ContinuousState() : PercentileState{"percentileCont"} {}

private:
    Value of_values(double percentile) const override {
        const auto rank = percentile * static_cast<double>(count() - 1);
        const auto below = std::floor(rank);
        const auto place = static_cast<std::size_t>(below);
        const auto low = value_at(place).number();
        if (rank == below) return low;
        const auto part = rank - below;
        return low * (1 - part) + value_at(place + 1).number() * part;
    }
};

} // namespace

std::unique_ptr<AggregateState> start_percentile_disc() {
    return std::make_unique<DiscreteState>();
}

std::unique_ptr<AggregateState> start_percentile_cont() {
    return std::make_unique<ContinuousState>();
}

} // namespace lintas::query
