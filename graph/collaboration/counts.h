// How often units take part, and how often two of them do so together: the counts that every
// indicator is made of.
//
// Invariant: pairs are sorted by their units, the smaller number first; events with more units than
// the projection allows are in `sizes` only.
#pragma once

#include "graph/collaboration/projection.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::collaboration {

struct Pair {
    std::uint32_t left = nothing;
    std::uint32_t right = nothing; // left < right
    std::uint32_t joint = 0;       // events together
    double by_partner = 0;         // the sum of 1/(k-1): each unit gets 1 an event
    double by_event = 0;           // the sum of 2/(k(k-1)): an event gets 1
};

// Of one unit, over all events of the projection.
struct Size {
    std::uint64_t events = 0;
    double fractional = 0; // the sum of 1/k
    std::uint64_t international = 0;
    std::uint64_t leading = 0;
    std::uint64_t leading_international = 0;
};

struct Counts {
    std::uint64_t events = 0;               // N: those that are small enough
    std::vector<std::uint64_t> unit_events; // n: of those, by unit
    std::vector<Size> sizes;                // by unit
    std::vector<Pair> pairs;
    std::vector<double> strengths;            // s: the sum of a unit's joint events
    std::vector<double> fractional_strengths; // the same by partner
    double total = 0;                         // S: the sum of all strengths
    double fractional_total = 0;

    // A pair of two units, all zero where they did nothing together. In any order.
    Pair pair(std::uint32_t left, std::uint32_t right) const;
};

Counts count(const Projection& projection);

} // namespace lintas::collaboration
