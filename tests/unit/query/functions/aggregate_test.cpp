#include "query/functions/aggregate.h"

#include "function_cases.h"

#include <limits>

using namespace lintas;
using lintas::testing::answer_of;

namespace {

constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
constexpr auto largest = std::numeric_limits<std::int64_t>::max();
constexpr auto infinity = std::numeric_limits<double>::infinity();
constexpr auto not_a_number = std::numeric_limits<double>::quiet_NaN();

struct AggregateCase {
    std::string_view aggregate;
    List values;
    std::string_view answer;
    Value second = {};
};

Value aggregated(std::string_view name, const List& values, const Value& second) {
    const auto state = query::find_aggregate(name)->start();
    for (const auto& value : values) state->add(value, second);
    return state->result();
}

void check_aggregates(const std::vector<AggregateCase>& cases) {
    for (const auto& [aggregate, values, answer, second] : cases) {
        INFO(aggregate << " of " << to_text(Value{values}) << " by " << to_text(second));
        CHECK(answer_of([&] { return aggregated(aggregate, values, second); }) == answer);
    }
}

} // namespace

TEST_CASE("Aggregates of nothing are 0, empty or null", "[functions][aggregate]") {
    check_aggregates({
        {"count", {}, "0"},
        {"sum", {}, "0"},
        {"collect", {}, "[]"},
        {"avg", {}, "null"},
        {"min", {}, "null"},
        {"max", {}, "null"},
        {"percentileDisc", {}, "null", 0.5},
        {"percentileCont", {}, "null", 0.5},
        {"stDev", {}, "0.0"},
        {"stDevP", {}, "0.0"},
    });
}

TEST_CASE("count and collect take values of every type", "[functions][aggregate]") {
    check_aggregates({
        {"count", {1, "a", Value{List{}}}, "3"},
        {"collect", {1, "a", Value{List{}}, Map{{"a", 1}}}, "[1, 'a', [], {a: 1}]"},
    });
}

TEST_CASE("min and max follow the order of all values", "[functions][aggregate]") {
    check_aggregates({
        {"max", {1, 2, 0, -1}, "2"},
        {"min", {1, 2, 0, -1}, "-1"},
        {"max", {1, 2.0, 5, 3.2, 0.1}, "5"},
        {"min", {1, 2.0, 5, 3.2, 0.1}, "0.1"},
        {"max", {"a", "b", "B", "abc", "abc1"}, "'b'"},
        {"min", {"a", "b", "B", "abc", "abc1"}, "'B'"},
        {"max", {Value{List{1}}, Value{List{2}}, Value{List{2, 1}}}, "[2, 1]"},
        {"min", {Value{List{1}}, Value{List{2}}, Value{List{2, 1}}}, "[1]"},
        {"max", {1, "a", Value{List{1, 2}}, 0.2, "b"}, "1"},
        {"min", {1, "a", Value{List{1, 2}}, 0.2, "b"}, "[1, 2]"},
        {"max", {infinity, not_a_number, 1}, "NaN"},
        {"min", {not_a_number, 1, -infinity}, "-Infinity"},
        {"max", {1, 1.0}, "1"},
    });
}

TEST_CASE("Sums of integers are exact in any order, or an error", "[functions][aggregate]") {
    check_aggregates({
        {"sum", {33, 42}, "75"},
        {"sum", {largest, largest, smallest, smallest}, "-2"},
        {"sum", {largest, 1}, "ArgumentError NumberOutOfRange"},
        {"sum", {smallest, -1}, "ArgumentError NumberOutOfRange"},
        {"avg", {1, 2}, "1.5"},
        {"avg", {2, 2}, "2.0"},
        {"avg", {largest, largest}, "9.223372036854776E18"},
    });
}

TEST_CASE("Sums and means of floats lose little and do not overflow", "[functions][aggregate]") {
    check_aggregates({
        {"sum", {0.1, 0.2, 0.3}, "0.6"},
        {"sum", {1, 0.5}, "1.5"},
        {"sum", {1e100, 1.0, -1e100}, "1.0"},
        {"sum", {1e308, 1e308, -1e308}, "1.0E308"},
        {"sum", {infinity, 1.0}, "Infinity"},
        {"sum", {infinity, -infinity}, "NaN"},
        {"avg", {1e308, 1e308}, "1.0E308"},
        {"avg", {1, 2.0}, "1.5"},
        {"avg", {not_a_number, 1}, "NaN"},
    });
}

TEST_CASE("Durations have a sum and a mean", "[functions][aggregate]") {
    const Duration day{0, 1, 0, 0};
    const Duration hour{0, 0, 3600, 0};
    check_aggregates({
        {"sum", {day, hour}, "'P1DT1H'"},
        {"avg", {day, day, hour, hour}, "'PT12H30M'"},
    });
}

TEST_CASE("Sums and means refuse what is no number", "[functions][aggregate]") {
    check_aggregates({
        {"sum", {"1"}, "TypeError InvalidArgumentValue"},
        {"avg", {true}, "TypeError InvalidArgumentValue"},
        {"sum", {1, Duration{}}, "TypeError InvalidArgumentValue"},
        {"avg", {Duration{}, 1}, "TypeError InvalidArgumentValue"},
        {"stDev", {"1"}, "TypeError InvalidArgumentValue"},
        {"stDevP", {Value{List{}}}, "TypeError InvalidArgumentValue"},
    });
}

TEST_CASE("Percentiles are values of the group or lie between two", "[functions][aggregate]") {
    check_aggregates({
        {"percentileDisc", {10.0, 20.0, 30.0}, "10.0", 0.0},
        {"percentileDisc", {30.0, 10.0, 20.0}, "20.0", 0.5},
        {"percentileDisc", {10.0, 20.0, 30.0}, "30.0", 1.0},
        {"percentileDisc", {3, 1, 2, 4}, "2", 0.5},
        {"percentileDisc", {1, 2}, "2", 0.51},
        {"percentileDisc", {7}, "7", 1},
        {"percentileCont", {10.0, 20.0, 30.0}, "10.0", 0},
        {"percentileCont", {30.0, 10.0, 20.0}, "20.0", 0.5},
        {"percentileCont", {10.0, 20.0, 30.0}, "30.0", 1},
        {"percentileCont", {4, 1, 3, 2}, "2.5", 0.5},
        {"percentileCont", {1, 2}, "1.25", 0.25},
        {"percentileDisc", {1, 2}, "null", Value{}},
    });
}

TEST_CASE("A percentile lies from 0 to 1", "[functions][aggregate]") {
    for (const auto* name : {"percentileDisc", "percentileCont"}) {
        check_aggregates({
            {name, {10.0}, "ArgumentError NumberOutOfRange", 1000},
            {name, {10.0}, "ArgumentError NumberOutOfRange", -1},
            {name, {10.0}, "ArgumentError NumberOutOfRange", 1.1},
            {name, {10.0}, "ArgumentError NumberOutOfRange", not_a_number},
            {name, {10.0}, "TypeError InvalidArgumentValue", "0.5"},
            {name, {"a"}, "TypeError InvalidArgumentValue", 0.5},
        });
    }
}

TEST_CASE("Standard deviations are of a sample or of the whole", "[functions][aggregate]") {
    check_aggregates({
        {"stDevP", {2, 4, 4, 4, 5, 5, 7, 9}, "2.0"},
        {"stDev", {1, 2, 3}, "1.0"},
        {"stDev", {7}, "0.0"},
        {"stDevP", {7}, "0.0"},
        {"stDevP", {1e15, 1e15 + 2}, "1.0"},
    });
}
