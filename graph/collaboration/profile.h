// What one unit does: how much, with whom, what it leads, what it depends on.
//
// Invariant: shares are of the unit's own events; partners come strongest first, then in the order
// of their numbers.
#pragma once

#include "graph/collaboration/counts.h"
#include "graph/collaboration/distributions.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lintas::collaboration {

struct PartnerTie {
    std::uint32_t unit = nothing;
    std::uint32_t joint = 0;
    double share = 0;            // of the unit's ties
    std::optional<double> ratio; // observed over expected from sizes
};

struct Profile {
    std::uint32_t unit = nothing;
    Size size;
    std::array<std::uint64_t, std::size(event_labels)> by_kind{};
    Interval international; // of the share of international events
    std::optional<double>
        external_internal;               // over the unit's ties; groups are regions or countries
    std::optional<double> participation; // over the same groups
    std::optional<double> dependence;    // concentration of the partners
    std::vector<PartnerTie> partners;
};

// The group of a unit among which ties are called internal: of a country its region on the day (a
// country without one is a group of its own), of others their country.
std::vector<std::uint32_t> groups_of(const Projection& projection);

Profile profile(const Projection& projection, const Counts& counts,
                const std::vector<std::uint32_t>& groups, std::uint32_t unit);

// What is inside and what is outside of groups, over all pairs.
struct ExternalInternal {
    double external = 0;
    double internal = 0;
};
ExternalInternal external_internal(const Counts& counts, const std::vector<std::uint32_t>& groups);

} // namespace lintas::collaboration
