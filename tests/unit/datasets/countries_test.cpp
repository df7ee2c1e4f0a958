#include "datasets/countries.h"

#include "datasets/country_names.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace lintas::datasets;

namespace {

// The members of a region on a day.
std::size_t member_count(std::string_view region, std::string_view day) {
    return static_cast<std::size_t>(std::ranges::count_if(memberships(), [&](const auto& one) {
        return one.region == region && one.from <= day && (one.to.empty() || day <= one.to);
    }));
}

} // namespace

TEST_CASE("Countries are sorted by code, and no code comes twice", "[datasets][countries]") {
    CHECK(countries().size() == 250);
    CHECK(std::ranges::is_sorted(countries(), {}, &Country::iso2));
    std::set<std::string_view> two;
    std::set<std::string_view> three;
    for (const auto& country : countries()) {
        CHECK(two.insert(country.iso2).second);
        CHECK(three.insert(country.iso3).second);
        CHECK(std::abs(country.latitude) <= 90);
        CHECK(std::abs(country.longitude) <= 180);
    }
}

TEST_CASE("A country is found by either code, and nothing is found by others",
          "[datasets][countries]") {
    REQUIRE(find_country("KH") != nullptr);
    CHECK(find_country("KH")->name == "Cambodia");
    CHECK(find_country("KH") == find_country_by_iso3("KHM"));
    CHECK(find_country("EL") == nullptr);
    CHECK(find_country("UK") == nullptr);
    CHECK(find_country("kh") == nullptr);
    CHECK(find_country("") == nullptr);
    CHECK(find_country("ZZ") == nullptr);
}

TEST_CASE("Regions have the members that they had on a day", "[datasets][countries]") {
    CHECK(member_count("ASEAN", "2024-01-01") == 10);
    CHECK(member_count("ASEAN", "2025-10-26") == 11);
    CHECK(member_count("ASEAN", "1967-08-08") == 5);
    CHECK(member_count("EU", "2019-12-31") == 28);
    CHECK(member_count("EU", "2020-01-31") == 28);
    CHECK(member_count("EU", "2020-02-01") == 27);
    CHECK(member_count("EU", "1958-01-01") == 6);
    for (const auto& membership : memberships()) CHECK(find_country(membership.iso2) != nullptr);
}

TEST_CASE("Every member but the United Kingdom says what it calls itself",
          "[datasets][countries]") {
    CHECK(std::ranges::is_sorted(country_names(), {}, &CountryName::iso2));
    for (const auto& name : country_names()) CHECK(find_country(name.iso2) != nullptr);
    for (const auto& membership : memberships())
        CHECK(names_of_country(membership.iso2).empty() == (membership.iso2 == "GB"));
    REQUIRE(names_of_country("KH").size() == 1);
    CHECK(names_of_country("KH")[0].language == "km");
    CHECK(names_of_country("ZZ").empty());
}
