// Gives the ways between two actors one after the other, the best first, under limits that are set
// while it searches: beginnings of ways are led by the least that is left to pay (Hart, Nilsson and
// Raphael 1968).
//
// Invariant: costs are whole numbers, so that sums do not depend on their order.
#pragma once

#include "graph/algorithms/work.h"
#include "graph/collaboration/way_pattern.h"
#include "graph/collaboration/ways.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <queue>
#include <vector>

namespace lintas::collaboration {

using WayCost = std::int64_t;

// What a tie costs, as a whole number.
WayCost exact_cost(const TrustTie& tie, const WayLimits& limits);
// May a way of these actors and ties be given?
bool keeps_to(const TrustGraph& graph, const WayRules& rules, const WayLimits& limits,
              const std::vector<std::uint32_t>& actors, const std::vector<std::uint32_t>& ties);
Way way_along(const TrustGraph& graph, const WayRules& rules, const WayLimits& limits,
              std::vector<std::uint32_t> actors, const std::vector<std::uint32_t>& ties);

class WaySearch {
public:
    // All of them outlive the search.
    WaySearch(const TrustGraph& graph, const WayRules& rules, std::uint32_t source,
              std::uint32_t target, const WayLimits& limits, const algorithms::Work& work);

    // The best of those that were not given yet. Limit error where too much would be kept.
    std::optional<Way> next();
    // How many beginnings of ways wait to be looked at.
    std::size_t waiting() const { return open_.size(); }

private:
    struct Beginning {
        std::vector<std::uint32_t> actors;
        std::vector<std::uint32_t> ties;
        WayCost cost;
        std::uint32_t crossings;
    };
    struct Open {
        WayCost promised; // what a way that begins so costs at least
        Beginning beginning;

        bool operator<(const Open& other) const;
    };

    bool saturates() const { return limits_.most_crossings >= rules_.most_ties(); }
    std::uint32_t after(std::uint32_t crossings, std::uint32_t tie) const;
    bool is_enough(std::uint32_t crossings) const;
    WayCost& left(std::uint32_t ties, std::uint32_t crossings, std::uint32_t actor);
    void look_back();
    void settle(std::uint32_t ties, std::uint32_t layer);
    void push(Beginning beginning);
    bool is_complete(const Beginning& beginning) const;
    void extend(const Beginning& beginning);

    const TrustGraph& graph_;
    const WayRules& rules_;
    std::uint32_t source_;
    std::uint32_t target_;
    const WayLimits& limits_;
    const algorithms::Work& work_;
    std::uint32_t last_layer_; // crossings are counted up to where more make no difference
    std::vector<WayCost> costs_;
    std::vector<std::uint8_t> crosses_;
    std::vector<WayCost> left_;
    std::priority_queue<Open> open_;
};

} // namespace lintas::collaboration
