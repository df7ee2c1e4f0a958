// Where the nodes of a small network go: Fruchterman and Reingold (1991), started on a circle.
//
// Invariant: the same network gives the same places; all lie within the unit square, and no two
// fall together.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace lintas::report {

struct Spot {
    double x = 0;
    double y = 0;
};

// `ties` are pairs of positions below `nodes`, with their strengths in the same order.
std::vector<Spot> layout(std::size_t nodes,
                         const std::vector<std::pair<std::size_t, std::size_t>>& ties,
                         const std::vector<double>& strengths);

} // namespace lintas::report
