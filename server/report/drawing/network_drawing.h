// Organisations and their ties: numbered circles for one region, squares for the other, a line for
// each tie, and beside them whom the numbers mean.
//
// Invariant: the same network gives the same drawing; region is told by shape, not by color alone.
#pragma once

#include "server/report/drawing/svg.h"

#include <cstddef>
#include <string>
#include <vector>

namespace lintas::report {

struct NetworkNode {
    std::string label; // in the key
    std::string hint;
    std::size_t group = 0; // 1 is drawn as a square, others as a circle
    double weight = 0;
};

struct NetworkTie {
    std::size_t from = 0; // positions in nodes
    std::size_t to = 0;
    double weight = 0;
    std::string hint;
};

struct Network {
    std::vector<NetworkNode> nodes;
    std::vector<NetworkTie> ties;
    std::vector<std::string> groups; // their names
};

std::string draw(const Network& network, const Caption& caption);

} // namespace lintas::report
