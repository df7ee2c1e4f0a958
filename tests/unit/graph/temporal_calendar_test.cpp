#include "graph/temporal_calendar.h"

#include <catch2/catch.hpp>

#include "random_seed.h"
#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

TEST_CASE("Days count from the first of 1970", "[graph][temporal]") {
    CHECK(days_from_civil({1970, 1, 1}) == 0);
    CHECK(days_from_civil({2000, 3, 1}) == 11'017);
    CHECK(days_from_civil({1600, 2, 29}) == -135'081);
    CHECK(days_from_civil({0, 1, 1}) == -719'528);
    CHECK(civil_from_days(-719'529) == CivilDate{-1, 12, 31});
}

TEST_CASE("Every day of the calendar follows the one before it", "[graph][temporal]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomTemporals random{seed};
    for (int round = 0; round < 20'000; ++round) {
        const auto days = random.date().days;
        const auto today = civil_from_days(days);
        const auto next = civil_from_days(days + 1);
        REQUIRE(days_from_civil(today) == days);
        const bool same_month = next == CivilDate{today.year, today.month, today.day + 1};
        const bool next_month = next == CivilDate{today.year, today.month + 1, 1};
        const bool next_year = next == CivilDate{today.year + 1, 1, 1};
        REQUIRE((same_month || next_month || next_year));
        REQUIRE(same_month == (today.day < days_in_month(today.year, today.month)));
        REQUIRE(weekday(days + 1) == weekday(days) % 7 + 1);
        REQUIRE(days_from_week(week_from_days(days)) == days);
    }
}

TEST_CASE("The first and the last year are computed exactly", "[graph][temporal]") {
    for (const auto year : {min_year - 1, min_year, max_year, max_year + 1}) {
        CAPTURE(year);
        const auto last = days_from_civil({year, 12, 31});
        CHECK(civil_from_days(last) == CivilDate{year, 12, 31});
        CHECK(days_from_civil({year + 1, 1, 1}) == last + 1);
        CHECK(days_from_week(week_from_days(last)) == last);
    }
    CHECK(in_range(Date{days_from_civil({max_year, 12, 31})}));
    CHECK_FALSE(in_range(Date{days_from_civil({max_year + 1, 1, 1})}));
    CHECK(in_range(Date{days_from_civil({min_year, 1, 1})}));
    CHECK_FALSE(in_range(Date{days_from_civil({min_year - 1, 12, 31})}));
}

TEST_CASE("A week belongs to the year of its Thursday", "[graph][temporal]") {
    CHECK(week_from_days(date("2021-01-03").days) == WeekDate{2020, 53, 7});
    CHECK(week_from_days(date("2021-01-04").days) == WeekDate{2021, 1, 1});
    CHECK(week_from_days(date("2024-12-30").days) == WeekDate{2025, 1, 1});
    CHECK(weeks_in_year(2020) == 53);
    CHECK(weeks_in_year(2021) == 52);
}

TEST_CASE("Quarters and days of the year know leap years", "[graph][temporal]") {
    CHECK(day_of_year(date("2023-12-31").days) == 365);
    CHECK(day_of_year(date("2024-12-31").days) == 366);
    CHECK(day_of_quarter(date("2024-03-31").days) == 91);
    CHECK(days_in_quarter(2024, 1) == 91);
    CHECK(days_in_quarter(1900, 1) == 90);
    CHECK(quarter_of_month(9) == 3);
    CHECK(quarter_of_month(10) == 4);
}

TEST_CASE("A day that a month lacks becomes its last", "[graph][temporal]") {
    CHECK(add_months({2024, 1, 31}, 1) == CivilDate{2024, 2, 29});
    CHECK(add_months({2024, 3, 31}, -13) == CivilDate{2023, 2, 28});
    CHECK(add_months({1, 1, 1}, -13) == CivilDate{-1, 12, 1});
}

TEST_CASE("Halves of a local time before 1970 are what its clock shows", "[graph][temporal]") {
    const LocalDateTime value{-1, 5};
    CHECK(date_of(value) == date("1969-12-31"));
    CHECK(time_of(value) == local_time("23:59:59.000000005"));
    CHECK(at(date_of(value), time_of(value)) == value);
}
