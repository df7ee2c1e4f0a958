#include "datasets/generate_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::datasets {

namespace {

// How much of what a country's system says it has is held, in hundredths. Timor-Leste has no system
// that is connected; of Lao PDR and Myanmar too little is held to tell what is missing.
struct NationalSource {
    std::string_view iso2;
    int coverage;
};

constexpr NationalSource national_sources[] = {
    {"BN", 71}, {"ID", 68}, {"KH", 64}, {"LA", 42}, {"MM", 35},
    {"MY", 88}, {"PH", 74}, {"SG", 97}, {"TH", 86}, {"VN", 79},
};

constexpr int coverage_of_others = 82;
constexpr int coverage_of_union = 93;

void write_source(CsvFile& nodes, std::string_view id, const std::string& system, int coverage) {
    nodes.add({id, fmt::format("Synthetic source of {}", system), system, "CC0",
               fmt::format("0.{:02}", coverage), "2025-09-30"});
}

bool is_in_union(std::string_view iso2) {
    return std::ranges::any_of(memberships(), [&](const Membership& membership) {
        return membership.iso2 == iso2 && membership.region == "EU" && membership.to.empty();
    });
}

bool is_in_asean(std::string_view iso2) {
    return std::ranges::any_of(memberships(), [&](const Membership& membership) {
        return membership.iso2 == iso2 && membership.region == "ASEAN";
    });
}

} // namespace

void generate_sources(const GeneratedWorld& world, GeneratedFiles& files) {
    auto& nodes =
        files.nodes("Source", "id:ID(Source),name,system,licence,coverage:float,lastHarvest:date");
    auto& covers = files.relationships("COVERS", "Source", "Country");
    for (const auto& [iso2, coverage] : national_sources) {
        const auto id = fmt::format("source-{}", iso2);
        write_source(nodes, id, fmt::format("the national system of {}", find_country(iso2)->name),
                     coverage);
        covers.add({id, iso2});
    }
    write_source(nodes, "source-EU", "open metadata of the European Union", coverage_of_union);
    write_source(nodes, "source-world", "open metadata of the world", coverage_of_others);
    for (const auto* country : world.countries)
        if (!is_in_asean(country->iso2))
            covers.add({is_in_union(country->iso2) ? "source-EU" : "source-world", country->iso2});
}

} // namespace lintas::datasets
