// What countries of ASEAN and the EU call themselves, in their official languages.
//
// Invariant: ascending by iso2; each iso2 is among countries(); names are in NFC.
#pragma once

#include <span>
#include <string_view>

namespace lintas::datasets {

struct CountryName {
    std::string_view iso2;
    std::string_view language; // BCP 47
    std::string_view name;     // short
};

std::span<const CountryName> country_names();
// Those of one country; none for others than members.
std::span<const CountryName> names_of_country(std::string_view iso2);

} // namespace lintas::datasets
