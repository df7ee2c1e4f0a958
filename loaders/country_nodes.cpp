#include "loaders/country_nodes.h"

#include "datasets/countries.h"
#include "datasets/country_names.h"
#include "graph/expect.h"
#include "graph/temporal_parse.h"
#include "loaders/parsed_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace lintas::loaders {
namespace {

struct OtherCode {
    std::string_view code;
    std::string_view iso2;
};

// Codes of the European Commission that are not ISO 3166-1. XH stands for organisations in Jammu
// and Kashmir, which other editions of the same tables place in India.
constexpr OtherCode other_codes[] = {{"EL", "GR"}, {"UK", "GB"}, {"XH", "IN"}};

StagedNode stage_region(Staging& staging, std::string_view id) {
    const auto key = fmt::format("region:{}", id);
    if (const auto known = staging.find(key)) return *known;
    const auto region = staging.node(key);
    staging.add_label(region, "Region");
    staging.set(region, "id", id);
    const auto facts = datasets::regions();
    const auto found = std::ranges::find(facts, id, &datasets::Region::id);
    if (found != facts.end()) staging.set(region, "name", found->name);
    staging.set(region, "src", "lintas");
    return region;
}

void stage_memberships(Staging& staging, StagedNode country, std::string_view iso2) {
    for (const auto& membership : datasets::memberships()) {
        if (membership.iso2 != iso2) continue;
        const std::array<NamedValue, 3> properties = {{{"from", date_or_null(membership.from)},
                                                       {"to", date_or_null(membership.to)},
                                                       {"src", "lintas"}}};
        staging.relate("MEMBER_OF", country, stage_region(staging, membership.region), properties);
    }
}

// Two lists of the same length, as organisations have them.
void set_names(Staging& staging, StagedNode country, std::string_view iso2) {
    List names;
    List languages;
    for (const auto& name : datasets::names_of_country(iso2)) {
        names.emplace_back(name.name);
        languages.emplace_back(name.language);
    }
    if (names.empty()) return;
    staging.set(country, "names", Value{std::move(names)});
    staging.set(country, "nameLanguages", Value{std::move(languages)});
}

} // namespace

std::optional<std::string_view> iso2_of(std::string_view code) {
    const auto* other = std::ranges::find(other_codes, code, &OtherCode::code);
    if (other != std::end(other_codes)) return other->iso2;
    const auto* country = datasets::find_country(code);
    if (country == nullptr) return std::nullopt;
    return country->iso2;
}

StagedNode stage_country(Staging& staging, std::string_view iso2) {
    const auto key = fmt::format("country:{}", iso2);
    if (const auto known = staging.find(key)) return *known;
    const auto* facts = datasets::find_country(iso2);
    expect(facts != nullptr, "a staged country is known");
    const auto country = staging.node(key);
    staging.add_label(country, "Country");
    staging.set(country, "id", facts->iso2);
    staging.set(country, "iso2", facts->iso2);
    staging.set(country, "iso3", facts->iso3);
    staging.set(country, "name", facts->name);
    staging.set(country, "lat", facts->latitude);
    staging.set(country, "lng", facts->longitude);
    set_names(staging, country, iso2);
    staging.set(country, "src", "lintas");
    stage_memberships(staging, country, iso2);
    return country;
}

} // namespace lintas::loaders
