#include "graph/zones.h"

#include <catch2/catch.hpp>

#include "graph/temporal_calendar.h"
#include "graph/temporal_parse.h"
#include "graph/temporal_text.h"

#include <thread>
#include <vector>

#include "random_seed.h"
#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

// The text of a local time in a zone.
std::string shown(const char* zone_name, const char* local,
                  std::optional<std::int32_t> preferred = {}) {
    const auto zone = *find_zone(zone_name);
    const auto value = *parse_local_date_time(local);
    const auto [seconds, offset] = instant_of_local(zone, value.seconds, preferred);
    return to_text(ZonedDateTime{seconds, value.nanoseconds, offset, zone});
}

} // namespace

TEST_CASE("A zone is found by its exact name", "[graph][zones]") {
    const auto zone = find_zone("Asia/Bangkok");
    REQUIRE(zone);
    CHECK(zone_name(*zone) == "Asia/Bangkok");
    CHECK(find_zone("Asia/Bangkok") == zone);
    CHECK(zone_name(ZoneId{}).empty());
    for (const auto* name :
         {"", "asia/bangkok", "Asia/Bang", "Asia/Bangkok/", "../etc/passwd", "localtime", "Asia"}) {
        CAPTURE(name);
        CHECK_FALSE(find_zone(name));
    }
}

TEST_CASE("A time that clocks show twice is the first of the two", "[graph][zones]") {
    CHECK(shown("Europe/Stockholm", "2017-10-29T02:30") ==
          "2017-10-29T02:30+02:00[Europe/Stockholm]");
    CHECK(shown("Europe/Stockholm", "2017-10-29T02:30", 3600) ==
          "2017-10-29T02:30+01:00[Europe/Stockholm]");
    CHECK(shown("Europe/Stockholm", "2017-10-29T03:00", 7200) ==
          "2017-10-29T03:00+01:00[Europe/Stockholm]");
    CHECK(shown("Europe/Stockholm", "2017-10-29T02:30", -3600) ==
          "2017-10-29T02:30+02:00[Europe/Stockholm]");
}

TEST_CASE("A time that clocks never show moves on by the gap", "[graph][zones]") {
    CHECK(shown("Europe/Stockholm", "2017-03-26T02:00") ==
          "2017-03-26T03:00+02:00[Europe/Stockholm]");
    CHECK(shown("Europe/Stockholm", "2017-03-26T02:59:59") ==
          "2017-03-26T03:59:59+02:00[Europe/Stockholm]");
    CHECK(shown("Australia/Lord_Howe", "2024-10-06T02:10") ==
          "2024-10-06T02:40+11:00[Australia/Lord_Howe]");
    // Samoa skipped a whole day when it changed sides of the date line.
    CHECK(shown("Pacific/Apia", "2011-12-30T12:00") == "2011-12-31T12:00+14:00[Pacific/Apia]");
}

TEST_CASE("Offsets of old have seconds", "[graph][zones]") {
    CHECK(shown("Asia/Bangkok", "1850-01-01T00:00") == "1850-01-01T00:00+06:42:04[Asia/Bangkok]");
    CHECK(shown("Europe/Berlin", "1850-01-01T00:00") == "1850-01-01T00:00+00:53:28[Europe/Berlin]");
}

TEST_CASE("A zone that IANA merged has the history of its main zone", "[graph][zones]") {
    for (const auto* local : {"1700-01-01T00:00", "1890-06-01T00:00", "1942-07-01T00:00"}) {
        const auto seconds = parse_local_date_time(local)->seconds;
        CAPTURE(local);
        CHECK(offset_at(*find_zone("Europe/Stockholm"), seconds) ==
              offset_at(*find_zone("Europe/Berlin"), seconds));
        CHECK(offset_at(*find_zone("Asia/Kuala_Lumpur"), seconds) ==
              offset_at(*find_zone("Asia/Singapore"), seconds));
    }
}

TEST_CASE("Summer time goes on after the last year that the database lists", "[graph][zones]") {
    CHECK(shown("Europe/Paris", "2037-07-01T00:00") == "2037-07-01T00:00+02:00[Europe/Paris]");
    CHECK(shown("Europe/Paris", "2038-01-01T00:00") == "2038-01-01T00:00+01:00[Europe/Paris]");
    CHECK(shown("Europe/Paris", "2038-07-01T00:00") == "2038-07-01T00:00+02:00[Europe/Paris]");
    CHECK(shown("Europe/Paris", "9999-10-31T02:30") == "9999-10-31T02:30+02:00[Europe/Paris]");
    CHECK(shown("Europe/Paris", "+999999999-07-01T00:00") ==
          "+999999999-07-01T00:00+02:00[Europe/Paris]");
    CHECK(shown("Australia/Sydney", "2100-12-31T23:59") ==
          "2100-12-31T23:59+11:00[Australia/Sydney]");
    CHECK(shown("America/New_York", "2100-03-14T02:30") ==
          "2100-03-14T03:30-04:00[America/New_York]");
    CHECK(shown("Asia/Tokyo", "2100-07-01T00:00") == "2100-07-01T00:00+09:00[Asia/Tokyo]");
}

TEST_CASE("Periods of a zone join without a gap", "[graph][zones]") {
    for (const auto* name : {"Europe/Stockholm", "America/New_York", "Africa/Casablanca",
                             "Australia/Lord_Howe", "Asia/Bangkok", "Etc/GMT+5"}) {
        const auto zone = *find_zone(name);
        CAPTURE(name);
        auto period = zone_period(zone, -100'000'000'000);
        CHECK(period.begin == -ZonePeriod::unbounded);
        for (int count = 0; count < 400 && period.end != ZonePeriod::unbounded; ++count) {
            const auto next = zone_period(zone, period.end);
            REQUIRE(next.begin == period.end);
            REQUIRE(next.end > next.begin);
            period = next;
        }
        CHECK(period.end > 4'000'000'000);
    }
}

TEST_CASE("A local time of an instant leads back to the instant", "[graph][zones]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomTemporals random{seed};
    for (int round = 0; round < 3'000; ++round) {
        const auto zone = random.zone().zone;
        if (zone == ZoneId{}) continue;
        const auto instant = random.local_date_time().seconds;
        const auto offset = offset_at(zone, instant);
        const auto back = instant_of_local(zone, instant + offset, offset);
        REQUIRE(back.seconds == instant);
        REQUIRE(back.offset == offset);
    }
}

TEST_CASE("Zones are read by many threads at once", "[graph][zones]") {
    std::vector<std::int64_t> sums(4);
    std::vector<std::thread> threads;
    for (auto& sum : sums) {
        threads.emplace_back([&sum] {
            for (const auto* name : {"Asia/Jakarta", "Asia/Manila", "Europe/Madrid", "Asia/Dili",
                                     "Europe/Riga", "America/Lima", "Africa/Cairo"}) {
                for (std::int64_t year = -50; year < 150; ++year) {
                    sum += offset_at(*find_zone(name), year * 31'556'952);
                }
            }
        });
    }
    for (auto& thread : threads) thread.join();
    for (const auto sum : sums) CHECK(sum == sums.front());
}
