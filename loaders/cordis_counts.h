// What a source of CORDIS holds, counted as its rows are staged.
//
// Invariant: things are counted once a source, however many rows name them.
#pragma once

#include "loaders/load_report.h"
#include "loaders/staging.h"

#include <cstdint>
#include <set>

namespace lintas::loaders {

struct CordisCounts {
    std::set<StagedNode> organisations;
    std::set<StagedNode> projects;
    std::set<StagedRelationship> participations;
    std::uint64_t repeated = 0;          // rows that say a participation again
    std::uint64_t without_country = 0;   // rows of organisations without a country
    std::uint64_t programme_parts = 0;   // rows that were used
    std::uint64_t topics = 0;            // rows that were used
    std::uint64_t names = 0;             // organisations that were named
    std::uint64_t without_challenge = 0; // projects whose table says that they have none

    void report(SourceReport& report) const;
};

} // namespace lintas::loaders
