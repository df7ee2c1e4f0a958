// Whatever comes in, a value in range or an Error comes out. Found by random input; the sanitizers
// see what overflows.
#include "graph/temporal_between.h"
#include "graph/temporal_build.h"
#include "graph/temporal_build_duration.h"
#include "graph/temporal_component.h"
#include "graph/temporal_truncate.h"

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/temporal_arithmetic.h"
#include "graph/temporal_parse.h"
#include "graph/temporal_text.h"

#include <array>
#include <limits>

#include "random_seed.h"
#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

constexpr auto least_drawn = std::numeric_limits<std::int64_t>::min();
constexpr auto most_drawn = std::numeric_limits<std::int64_t>::max();

class Inputs {
public:
    explicit Inputs(std::uint32_t seed) : random_{seed} {}

    std::int64_t below(std::int64_t bound) { return random_.between(0, bound - 1); }

    std::int64_t number() {
        constexpr std::array edges = {least_drawn,     least_drawn + 1, std::int64_t{-1},
                                      std::int64_t{0}, std::int64_t{1}, most_drawn - 1,
                                      most_drawn};
        switch (below(4)) {
        case 0: return edges[static_cast<std::size_t>(below(edges.size()))];
        case 1: return random_.between(least_drawn, most_drawn);
        default: return random_.between(1, 60);
        }
    }

    Value instant() {
        constexpr std::array texts = {"-999999999-01-01T00:00Z", "+999999999-12-31T23:59:59.9Z",
                                      "+999999999-12-31T23:59-18:00"};
        switch (below(6)) {
        case 0: return random_.date();
        case 1: return random_.local_time();
        case 2: return random_.zoned_time();
        case 3: return random_.local_date_time();
        case 4: return random_.zoned_date_time();
        default: return zoned_date_time(texts[static_cast<std::size_t>(below(texts.size()))]);
        }
    }

    Duration length() {
        return {number(), number(), number(),
                static_cast<std::int32_t>(below(nanoseconds_per_second))};
    }

    Map components(bool selects) {
        constexpr std::array names = {
            "year",  "quarter",     "month",      "week",         "dayOfQuarter", "day",
            "hour",  "ordinalDay",  "dayOfWeek",  "minute",       "second",       "millisecond",
            "years", "microsecond", "nanosecond", "epochSeconds", "epochMillis",  "months",
            "weeks", "days",        "hours",      "seconds",      "microseconds", "milliseconds"};
        Map map;
        for (auto count = below(5); count > 0; --count) {
            map[names[static_cast<std::size_t>(below(names.size()))]] = number();
        }
        if (below(2) == 0) map["year"] = random_.between(min_year, max_year);
        if (below(8) == 0) map["days"] = static_cast<double>(number()) / 7;
        if (below(3) == 0) map["timezone"] = below(2) == 0 ? "Asia/Bangkok" : "-18:00";
        if (selects && below(2) == 0) map["date"] = instant();
        if (selects && below(3) == 0) map["time"] = instant();
        if (selects && below(4) == 0) map["datetime"] = instant();
        return map;
    }

private:
    RandomTemporals random_;
};

template <typename Call> void attempt(Call&& call) {
    try {
        call();
    } catch (const Error& error) {
        REQUIRE(error.code() != ErrorCode::Internal);
    }
}

} // namespace

TEST_CASE("Components make a value that prints and reads back, or an Error", "[graph][temporal]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    Inputs inputs{seed};
    for (int round = 0; round < 20'000; ++round) {
        const Value map = inputs.components(true);
        CAPTURE(to_text(map));
        attempt([&] {
            const auto value = zoned_date_time_from(map);
            REQUIRE(parse_zoned_date_time(to_text(value)) == value);
        });
        attempt([&] {
            const auto value = local_date_time_from(map);
            REQUIRE(parse_local_date_time(to_text(value)) == value);
        });
        attempt([&] { to_text(zoned_time_from(map)); });
        attempt([&] { to_text(duration_from(map)); });
        const auto unit = static_cast<TruncationUnit>(inputs.below(14));
        const auto instant = inputs.instant();
        attempt([&] { truncate_zoned_date_time(unit, instant, inputs.components(false)); });
        attempt([&] { truncate_zoned_time(unit, instant, inputs.components(false)); });
    }
}

TEST_CASE("Operators give a value in range or an Error", "[graph][temporal]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    Inputs inputs{seed};
    for (int round = 0; round < 20'000; ++round) {
        const auto instant = inputs.instant();
        const Value length = inputs.length();
        CAPTURE(to_text(instant), to_text(length));
        attempt([&] {
            const auto sum = *add_temporal(instant, length);
            if (sum.is(ValueType::LocalDateTime)) REQUIRE(in_range(sum.as<LocalDateTime>()));
            if (sum.is(ValueType::ZonedDateTime)) {
                REQUIRE(in_range(local_of(sum.as<ZonedDateTime>())));
            }
        });
        attempt([&] { subtract_temporal(instant, length); });
        attempt([&] { multiply_temporal(length, inputs.number()); });
        attempt([&] { divide_temporal(length, inputs.number()); });
        attempt([&] { multiply_temporal(length, static_cast<double>(inputs.number()) / 3); });
        attempt([&] { divide_temporal(length, static_cast<double>(inputs.number()) / 3); });
        attempt([&] { add(length.as<Duration>(), inputs.length()); });
        attempt([&] { duration_between(instant, inputs.instant()); });
        attempt([&] { temporal_component(length, "nanoseconds"); });
    }
}
