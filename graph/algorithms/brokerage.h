// Brokerage roles (Gould, Fernandez 1989): for each way a > v > b without a > b, the role of v by
// the groups of the three.
//
// Invariant: in an undirected graph each pair counts in both orders, so representatives are as many
// as gatekeepers. Ties to oneself do not count. A vertex of no_group takes no part.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/workers.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::algorithms {

inline constexpr std::uint32_t no_group = ~std::uint32_t{0};

struct BrokerageRoles {
    std::uint64_t coordinator = 0;    // A A A (w_I)
    std::uint64_t consultant = 0;     // A B A (w_O)
    std::uint64_t representative = 0; // A A B (b_IO)
    std::uint64_t gatekeeper = 0;     // A B B (b_OI)
    std::uint64_t liaison = 0;        // A B C (b_O)

    std::uint64_t total() const {
        return coordinator + consultant + representative + gatekeeper + liaison;
    }
};

// REQUIRES: groups.size() == graph.size().
std::vector<BrokerageRoles> brokerage(const ProjectedGraph& graph,
                                      std::span<const std::uint32_t> groups,
                                      const Workers& workers);

} // namespace lintas::algorithms
