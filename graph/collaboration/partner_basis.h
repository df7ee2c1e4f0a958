// What the search for partners needs to know of all units, whoever looks for a partner: what they
// work on, what they finished, and how far they can be trusted.
//
// Invariant: never changes once made; units are those of the projection.
#pragma once

#include "graph/collaboration/counted.h"

#include <memory>
#include <vector>

namespace lintas::collaboration {

struct FinishedProjects {
    double all = 0;
    double across_borders = 0;
};

struct PartnerBasis {
    Lists<Mention> topics; // of a unit, ascending by topic: how much it works on each
    std::vector<FinishedProjects> finished; // by unit
    Lists<std::uint32_t> finished_across;   // of a unit: events of the network
    std::vector<double> country_events;     // participations of units, by country
    algorithms::Adjacency ways;             // ties with the cost of trusting them as weight
};

// The year of the question: what came later is not known yet.
std::int32_t present_of(const Projection& projection);

// Shared as what it is made of.
std::shared_ptr<const PartnerBasis> partner_basis(const Snapshot& snapshot,
                                                  const CountedPointer& counted);

} // namespace lintas::collaboration
