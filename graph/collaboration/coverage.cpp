#include "graph/collaboration/coverage.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

void append(std::string& names, const std::string& name) {
    if (name.empty()) return;
    if (!names.empty()) names += ", ";
    names += name;
}

void add_source(const Reader& reader, NodeId source, CountryCoverage& country) {
    append(country.source, name_of(reader, source));
    append(country.system, reader.text("system", source));
    append(country.licence, reader.text("licence", source));
    if (country.last_harvest.is_null()) country.last_harvest = reader.value("lastHarvest", source);
    const auto records = reader.value("records", source);
    if (records.is(ValueType::Integer) && records.integer() > 0)
        country.stated = country.stated.value_or(0) + records.integer();
    const auto said = reader.value("coverage", source);
    if (said.is_number()) country.coverage = std::max(country.coverage.value_or(0), said.number());
}

} // namespace

Coverage read_coverage(const Reader& reader, const Network& network) {
    Coverage coverage;
    coverage.countries.resize(network.countries.size());
    for (CountryNumber country = 0; country < network.held.size(); ++country) {
        coverage.countries[country].held = network.held[country];
        coverage.countries[country].hidden = network.hidden[country];
    }
    const auto all = network.participations.items.size();
    if (all > 0)
        coverage.resolved_share = static_cast<double>(network.resolved) / static_cast<double>(all);
    const auto sources = reader.nodes("Source");
    reader.expand(sources, "COVERS", Direction::Outgoing,
                  [&](std::size_t row, NodeId node, RelationshipId) {
                      const auto country = network.countries.find(node);
                      if (country == no_country) return;
                      coverage.is_stated = true;
                      add_source(reader, sources[row], coverage.countries[country]);
                  });
    for (auto& country : coverage.countries) {
        if (!coverage.is_stated)
            country.coverage = coverage.resolved_share;
        else if (!country.coverage && country.stated)
            country.coverage = std::min(1.0, static_cast<double>(country.held) /
                                                 static_cast<double>(*country.stated));
    }
    return coverage;
}

} // namespace lintas::collaboration
