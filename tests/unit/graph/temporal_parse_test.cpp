#include "graph/temporal_parse.h"

#include <catch2/catch.hpp>

#include "graph/temporal_text.h"

#include <initializer_list>
#include <string>
#include <utility>

#include "random_seed.h"
#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

using Cases = std::initializer_list<std::pair<const char*, const char*>>;

// Checks that each text reads as the value whose own text stands beside it.
template <typename Parse> void check_reads(Parse parse, const Cases& cases) {
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        const auto value = parse(text);
        CHECK((value ? to_text(*value) : "nothing") == expected);
    }
}

template <typename Parse>
void check_refuses(Parse parse, std::initializer_list<const char*> texts) {
    for (const auto* text : texts) {
        CAPTURE(text);
        CHECK_FALSE(parse(text));
    }
}

} // namespace

TEST_CASE("A date is read in every form of ISO 8601", "[graph][temporal]") {
    check_reads(parse_date, {{"1999-12-31", "1999-12-31"},
                             {"19991231", "1999-12-31"},
                             {"1999-9-1", "1999-09-01"},
                             {"1999-12", "1999-12-01"},
                             {"199912", "1999-12-01"},
                             {"1999", "1999-01-01"},
                             {"2020-W53-7", "2021-01-03"},
                             {"2020W537", "2021-01-03"},
                             {"2020-W01", "2019-12-30"},
                             {"2020W01", "2019-12-30"},
                             {"2020-Q4-92", "2020-12-31"},
                             {"2020Q492", "2020-12-31"},
                             {"2020-Q2", "2020-04-01"},
                             {"2020Q2", "2020-04-01"},
                             {"2020-366", "2020-12-31"},
                             {"2020366", "2020-12-31"},
                             {"+2020-02-29", "2020-02-29"},
                             {"-44-03-15", "-0044-03-15"},
                             {"+12345-W02-1", "+12345-01-08"},
                             {"+999999999-12-31", "+999999999-12-31"},
                             {"-999999999-01-01", "-999999999-01-01"}});
}

TEST_CASE("A date that does not exist or is not a date is nothing", "[graph][temporal]") {
    check_refuses(parse_date, {"",           "x",           "99",           "199",
                               "19999",      "1999-13-01",  "1999-00-01",   "1999-02-29",
                               "1999-12-32", "1999-12-00",  "1999-W53-1",   "1999-W00",
                               "1999-W10-8", "1999-W10-0",  "1999-Q5",      "1999-Q1-91",
                               "1999-366",   "1999-000",    "1999-",        "1999-12-",
                               "1999-1231",  "199912-31",   "1999-12-31 ",  " 1999-12-31",
                               "+1999W101",  "+1234567890", "1999-12-31T",  "1999-W1-",
                               "1999-Q",     "1999Q1-5",    "999999999999", "+999999999-W52-6"});
}

TEST_CASE("A time is read with and without colons", "[graph][temporal]") {
    check_reads(parse_local_time, {{"23:59:59.999999999", "23:59:59.999999999"},
                                   {"235959.5", "23:59:59.5"},
                                   {"23:59:59,25", "23:59:59.25"},
                                   {"23:59:59", "23:59:59"},
                                   {"235959", "23:59:59"},
                                   {"23:59", "23:59"},
                                   {"2359", "23:59"},
                                   {"23", "23:00"}});
    check_refuses(parse_local_time, {"", "2", "24", "23:60", "23:59:60", "23:5", "235", "23:59:5",
                                     "23:5959", "2359:59", "23:59.5", "23:59:59.",
                                     "23:59:59.1234567890", "23:59:59Z", "-1", "23:59:59.1x"});
}

TEST_CASE("An offset is read with hours, minutes and seconds", "[graph][temporal]") {
    check_reads(parse_zoned_time, {{"12:00", "12:00Z"},
                                   {"12:00Z", "12:00Z"},
                                   {"12+07", "12:00+07:00"},
                                   {"12:00-0930", "12:00-09:30"},
                                   {"1200+18:00", "12:00+18:00"},
                                   {"12:00+00:53:28", "12:00+00:53:28"},
                                   {"12:00-005328", "12:00-00:53:28"},
                                   {"12:00:00.5-00:00", "12:00:00.5Z"}});
    check_refuses(parse_zoned_time, {"12:00+", "12:00+7", "12:00+070", "12:00+18:01", "12:00+07:60",
                                     "12:00+07:0", "12:00+07:0000", "12:00+0700:00", "12:00z",
                                     "12:00ZZ", "12:00[Asia/Bangkok]", "Z", "+07:00"});
}

TEST_CASE("A date and a time are joined by a T", "[graph][temporal]") {
    check_reads(parse_local_date_time, {{"2024-02-29T12:30", "2024-02-29T12:30"},
                                        {"2024W09T1230", "2024-02-26T12:30"},
                                        {"2024-060T12", "2024-02-29T12:00"},
                                        {"2024-02-29", "2024-02-29T00:00"}});
    check_refuses(parse_local_date_time, {"2024-02-29T", "T12:30", "2024-02-29 12:30",
                                          "2024-02-29t12:30", "2024-02-29T12:30Z", "12:30"});
}

TEST_CASE("A zone's name gives the offset, or must agree with it", "[graph][temporal]") {
    check_reads(parse_zoned_date_time,
                {{"2024-07-01", "2024-07-01T00:00Z"},
                 {"2024-07-01T12", "2024-07-01T12:00Z"},
                 {"2024-07-01T12:00+07", "2024-07-01T12:00+07:00"},
                 {"2024-07-01T12:00[Asia/Manila]", "2024-07-01T12:00+08:00[Asia/Manila]"},
                 {"2024-07-01T12:00+02[Europe/Rome]", "2024-07-01T12:00+02:00[Europe/Rome]"},
                 {"2024-10-27T02:30+01:00[Europe/Rome]", "2024-10-27T02:30+01:00[Europe/Rome]"},
                 {"2024-10-27T02:30[Europe/Rome]", "2024-10-27T02:30+02:00[Europe/Rome]"},
                 {"2024-03-31T02:30[Europe/Rome]", "2024-03-31T03:30+02:00[Europe/Rome]"},
                 {"2024-07-01T12:00Z[UTC]", "2024-07-01T12:00Z[UTC]"}});
    check_refuses(parse_zoned_date_time,
                  {"2024-07-01T12:00+01:00[Europe/Rome]", "2024-07-01T12:00[Europe/Atlantis]",
                   "2024-07-01T12:00[]", "2024-07-01T12:00]", "2024-07-01T12:00[Europe/Rome",
                   "2024-07-01[Europe/Rome]", "2024-07-01T[Europe/Rome]", "2024-07-01+02:00"});
}

TEST_CASE("What is printed reads back", "[graph][temporal]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomTemporals random{seed};
    for (int round = 0; round < 5'000; ++round) {
        const auto date = random.date();
        REQUIRE(parse_date(to_text(date)) == date);
        const auto local_time = random.local_time();
        REQUIRE(parse_local_time(to_text(local_time)) == local_time);
        const auto time = random.zoned_time();
        REQUIRE(parse_zoned_time(to_text(time)) == time);
        const auto local = random.local_date_time();
        REQUIRE(parse_local_date_time(to_text(local)) == local);
        const auto zoned = random.zoned_date_time();
        CAPTURE(to_text(zoned));
        REQUIRE(parse_zoned_date_time(to_text(zoned)) == zoned);
    }
}

TEST_CASE("Broken text is nothing, whatever it is", "[graph][temporal]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomTemporals random{seed};
    constexpr std::string_view alphabet = "0123456789-+:.,TZWQP[]/ \xff\0";
    for (int round = 0; round < 20'000; ++round) {
        auto text = to_text(random.zoned_date_time());
        for (auto changes = random.between(1, 3); changes > 0; --changes) {
            const auto at = static_cast<std::size_t>(
                random.between(0, static_cast<std::int64_t>(text.size()) - 1));
            text[at] = alphabet[static_cast<std::size_t>(
                random.between(0, static_cast<std::int64_t>(alphabet.size()) - 1))];
        }
        const auto read = parse_zoned_date_time(text);
        CAPTURE(text);
        if (read) REQUIRE(parse_zoned_date_time(to_text(*read)) == read);
        parse_date(text);
        parse_zoned_time(text);
    }
}
