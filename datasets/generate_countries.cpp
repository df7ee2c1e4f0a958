#include "datasets/countries.h"
#include "datasets/country_names.h"
#include "datasets/generate_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace lintas::datasets {

namespace {

// One part of the names of a country, as a list in a CSV cell.
std::string list_of(std::string_view iso2, std::string_view CountryName::*part) {
    std::string list;
    for (const auto& name : names_of_country(iso2))
        list += (list.empty() ? "" : ";") + std::string{name.*part};
    return list;
}

} // namespace

void generate_countries(const GeneratedWorld& world, GeneratedFiles& files) {
    auto& country_file =
        files.nodes("Country",
                    "iso2:ID(Country),iso3,name,lat:float,lon:float,names:string[],"
                    "nameLanguages:string[]",
                    false);
    for (const auto* country : world.countries)
        country_file.add(
            {country->iso2, country->iso3, country->name, fmt::format("{:.2f}", country->latitude),
             fmt::format("{:.2f}", country->longitude), list_of(country->iso2, &CountryName::name),
             list_of(country->iso2, &CountryName::language)});

    auto& region_file = files.nodes("Region", "id:ID(Region),name", false);
    for (const auto& [id, name] : regions()) region_file.add({id, name});

    auto& member_file = files.relationships("MEMBER_OF", "Country", "Region", "from:date,to:date");
    for (const auto& [iso2, region, from, to] : memberships()) {
        const auto takes_part = std::ranges::any_of(
            world.countries, [code = iso2](const auto* country) { return country->iso2 == code; });
        if (takes_part) member_file.add({iso2, region, from, to});
    }
}

} // namespace lintas::datasets
