// Countries in a row, by group, and an arc for each pair that works together: the wider, the more.
//
// Invariant: arcs within a group lie below the row, arcs between groups above it.
#pragma once

#include "server/report/drawing/svg.h"

#include <cstddef>
#include <string>
#include <vector>

namespace lintas::report {

struct ArcNode {
    std::string code;
    std::string hint;
    std::size_t group = 0;
    double weight = 0;
};

struct Arc {
    std::size_t from = 0; // positions in nodes
    std::size_t to = 0;
    double weight = 0;
    std::string hint;
};

struct ArcDiagram {
    std::vector<ArcNode> nodes;
    std::vector<Arc> arcs;
    std::vector<std::string> groups; // their names
};

std::string draw(const ArcDiagram& diagram, const Caption& caption);

} // namespace lintas::report
