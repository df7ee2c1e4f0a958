// Reads one file of Pajek: a network (.net), numbers of its vertices (.vec) or classes (.clu).
//
// Invariant: vertices are numbered from 1 in a file and from 0 here. Input errors name the file and
// the line.
#pragma once

#include "loaders/input.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lintas::loaders {

struct PajekTie {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::optional<double> weight;
    std::size_t relation = 0; // place in PajekNetwork::relations
};

struct PajekNetwork {
    std::uint32_t vertices = 0;
    // The vertices of the first mode, which come first, in a network of two modes.
    std::optional<std::uint32_t> first_mode;
    std::vector<std::string> names;         // of vertices; empty where a vertex has none
    std::vector<PajekTie> ties;             // arcs and edges
    std::vector<std::string> relations{""}; // the names that lists of ties have, if they have any
};

PajekNetwork read_pajek_network(const Input& input);

// One number for each vertex.
std::vector<double> read_pajek_numbers(const Input& input);

} // namespace lintas::loaders
