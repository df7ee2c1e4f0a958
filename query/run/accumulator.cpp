#include "query/run/accumulator.h"

#include "query/run/value_reader.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace lintas::query {

namespace {

// count(*) and count(value).
class Counter final : public Accumulator {
public:
    void grow(std::size_t groups) override { counts_.resize(groups); }
    void add(const Codes& groups, const Column* value, const Column*) override {
        const bool all_count =
            !value || (!value->may_be_null() && !value->get<Boxed>() && !value->get<Constant>());
        if (all_count && counts_.size() == 1) {
            counts_.front() += static_cast<std::int64_t>(groups.size());
            return;
        }
        for (std::size_t row = 0; row < groups.size(); ++row) {
            counts_[groups[row]] += all_count || !value->is_null(row);
        }
    }
    Column results() const override { return Column{counts_}; }

private:
    Integers counts_;
};

// Any aggregate, value by value.
class BoxedAccumulator final : public Accumulator {
public:
    BoxedAccumulator(const AggregateFunction& function, RunContext& context)
        : function_{function}, held_{context}, keeps_values_{
                                                   overlaps(function.gives, Accepts::List) ||
                                                   function.arguments > 1} {}

    void grow(std::size_t groups) override {
        constexpr std::size_t bytes_of_state = 64;
        if (groups > states_.size()) held_.add((groups - states_.size()) * bytes_of_state);
        while (states_.size() < groups) states_.push_back(function_.start());
    }
    void add(const Codes& groups, const Column* value, const Column* second) override {
        static const Value none;
        ValueReader values{*value};
        std::optional<ValueReader> seconds;
        if (second) seconds.emplace(*second);
        std::size_t kept = 0;
        for (std::size_t row = 0; row < groups.size(); ++row) {
            const auto& one = values[row];
            if (one.is_null()) continue;
            kept += sizeof(Value) + (one.is(ValueType::String) ? one.string().size() : 0);
            states_[groups[row]]->add(one, seconds ? (*seconds)[row] : none);
        }
        if (keeps_values_) held_.add(kept);
    }
    // One value alone, for a typed accumulator that hands over what it has come to.
    void add(std::uint32_t group, const Value& value) { states_[group]->add(value, Value{}); }

    Column results() const override {
        Boxed values;
        values.reserve(states_.size());
        for (const auto& state : states_) values.push_back(state->result());
        return typed_column(std::move(values));
    }

private:
    const AggregateFunction& function_;
    Held held_;
    bool keeps_values_;
    std::vector<std::unique_ptr<AggregateState>> states_;
};

struct Smaller {
    static bool takes(std::int64_t value, std::int64_t& extreme) {
        extreme = std::min(value, extreme);
        return true;
    }
};
struct Larger {
    static bool takes(std::int64_t value, std::int64_t& extreme) {
        extreme = std::max(value, extreme);
        return true;
    }
};
struct Sum {
    static bool takes(std::int64_t value, std::int64_t& sum) {
        return !__builtin_add_overflow(sum, value, &sum);
    }
};

// sum, min and max while all values are integers and the results too; then it hands over to the
// boxed states.
template <typename Operation> class IntegerAccumulator final : public Accumulator {
public:
    IntegerAccumulator(const AggregateFunction& function, RunContext& context)
        : boxed_{function, context} {}

    void grow(std::size_t groups) override {
        boxed_.grow(groups);
        values_.resize(groups);
        seen_.resize(groups);
    }
    void add(const Codes& groups, const Column* value, const Column*) override {
        const auto* integers = value->get<Integers>();
        std::size_t row = 0;
        if (integers && !handed_over_) row = add_integers(groups, *integers, value->nulls());
        if (row == groups.size()) return;
        hand_over();
        const auto rest = row_numbers_from(row, groups.size() - row);
        const auto values = value->select(rest);
        boxed_.add(Codes{groups.begin() + static_cast<std::ptrdiff_t>(row), groups.end()}, &values,
                   nullptr);
    }
    Column results() const override {
        if (handed_over_) return boxed_.results();
        if (std::ranges::find(seen_, 0) == seen_.end()) return Column{values_};
        Boxed results;
        const auto without_values = boxed_.results(); // the states have seen nothing yet
        for (std::size_t group = 0; group < values_.size(); ++group) {
            results.push_back(seen_[group] ? Value{values_[group]} : without_values.value(group));
        }
        return typed_column(std::move(results));
    }

private:
    // Gives the row at which the integers did not suffice any more.
    std::size_t add_integers(const Codes& groups, const Integers& integers,
                             std::span<const std::uint8_t> nulls) {
        for (std::size_t row = 0; row < groups.size(); ++row) {
            if (!nulls.empty() && nulls[row]) continue;
            const auto group = groups[row];
            auto value = values_[group];
            if (!seen_[group]) {
                value = integers[row];
            } else if (!Operation::takes(integers[row], value)) {
                return row;
            }
            values_[group] = value;
            seen_[group] = 1;
        }
        return groups.size();
    }
    void hand_over() {
        if (handed_over_) return;
        handed_over_ = true;
        for (std::uint32_t group = 0; group < values_.size(); ++group) {
            if (seen_[group]) boxed_.add(group, values_[group]);
        }
    }

    BoxedAccumulator boxed_;
    Integers values_;
    std::vector<std::uint8_t> seen_; // has the group had a value?
    bool handed_over_ = false;
};

template <typename Made>
std::unique_ptr<Accumulator> make(const AggregateFunction& function, RunContext& context) {
    return std::make_unique<Made>(function, context);
}
std::unique_ptr<Accumulator> make_counter(const AggregateFunction&, RunContext&) {
    return std::make_unique<Counter>();
}

// The aggregates that have an accumulator of their own.
struct Typed {
    std::string_view name;
    std::unique_ptr<Accumulator> (*make)(const AggregateFunction&, RunContext&);
};
constexpr Typed table[] = {
    {"count", make_counter},
    {"max", make<IntegerAccumulator<Larger>>},
    {"min", make<IntegerAccumulator<Smaller>>},
    {"sum", make<IntegerAccumulator<Sum>>},
};

} // namespace

std::unique_ptr<Accumulator> make_accumulator(const AggregateFunction* function,
                                              RunContext& context) {
    if (!function) return std::make_unique<Counter>();
    const auto* found = std::ranges::find(table, function->name, &Typed::name);
    if (found != std::end(table)) return found->make(*function, context);
    return make<BoxedAccumulator>(*function, context);
}

} // namespace lintas::query
