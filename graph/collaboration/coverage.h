// How much of what a country did is known: the records held with a resolved country over the
// records that the country's source says it has. A country counts as known where that is enough.
//
// A source is a node (:Source {name, system, licence, lastHarvest, coverage, records}) that
// -[:COVERS]-> countries. Where a graph has no source that covers anything, the share of
// participations whose country is resolved stands for all countries, and `is_stated` is false.
#pragma once

#include "graph/collaboration/projection.h"
#include "graph/collaboration/reader.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace lintas::collaboration {

struct CountryCoverage {
    std::string source; // names of its sources, empty where there is none
    std::string system;
    std::string licence;
    Value last_harvest;
    std::optional<std::int64_t> stated; // records that the sources say they have
    std::uint64_t held = 0;             // events in which the country takes part
    std::optional<double> coverage;     // absent where nothing is known
    std::uint64_t hidden = 0;           // events in which it takes part, that the tier hides
};

struct Coverage {
    std::vector<CountryCoverage> countries; // by number
    bool is_stated = false;                 // do sources say it?
    double resolved_share = 1;              // of the participations, those with a country

    // Absent for a number that is no country.
    std::optional<double> of(CountryNumber country) const {
        return country < countries.size() ? countries[country].coverage : std::nullopt;
    }
    // Does a country pass the coverage gate? It does not while anything of it is hidden.
    bool is_known(CountryNumber country, double least) const {
        const auto hides = country < countries.size() && countries[country].hidden > 0;
        return of(country).value_or(0) >= least && !hides;
    }
    bool are_known(CountryNumber left, CountryNumber right, double least) const {
        return is_known(left, least) && is_known(right, least);
    }
};

Coverage read_coverage(const Reader& reader, const Network& network);

} // namespace lintas::collaboration
