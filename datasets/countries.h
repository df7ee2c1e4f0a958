// Country facts that everybody shares: codes, names, seats, and who is in ASEAN and the EU since
// when. Sources are in datasets/README.md.
//
// Invariant: countries() has all of ISO 3166-1 and XK (Kosovo, user-assigned), ascending by iso2;
// each iso2 of memberships() is among them. Membership is dated data: whoever asks for the members
// says of which day.
#pragma once

#include <span>
#include <string_view>

namespace lintas::datasets {

struct Country {
    std::string_view iso2;
    std::string_view iso3;
    std::string_view name; // short, English
    double latitude;       // of the seat of government, in degrees
    double longitude;
};

// A group of countries, for example ASEAN.
struct Region {
    std::string_view id;
    std::string_view name;
};

struct Membership {
    std::string_view iso2;
    std::string_view region; // Region::id
    std::string_view from;   // first day, ISO date
    std::string_view to;     // last day, empty for members of today
};

std::span<const Country> countries();
std::span<const Region> regions();
// By region, then by iso2.
std::span<const Membership> memberships();

// nullptr when there is no such country. Codes are upper case.
const Country* find_country(std::string_view iso2);
const Country* find_country_by_iso3(std::string_view iso3);

} // namespace lintas::datasets
