// Small networks from the literature, as ties between numbered vertices.
#pragma once

#include "graph/algorithms/projected_graph.h"

#include <array>
#include <cstdint>
#include <vector>

namespace lintas::testing {

using Pairs = std::vector<std::pair<algorithms::Vertex, algorithms::Vertex>>;

inline algorithms::ProjectedGraph graph_of(algorithms::Vertex size, const Pairs& pairs,
                                           bool is_directed = false) {
    std::vector<algorithms::Tie> ties;
    for (const auto& [from, to] : pairs) ties.push_back({from, to, 1});
    return {size, ties, {is_directed, false}};
}

inline algorithms::ProjectedGraph weighted_graph(algorithms::Vertex size,
                                                 const std::vector<algorithms::Tie>& ties,
                                                 bool is_directed = false) {
    return {size, ties, {is_directed, true}};
}

// Zachary's karate club (1977), members from 1.
inline const Pairs karate_ties{
    {1, 2},   {1, 3},   {1, 4},   {1, 5},   {1, 6},   {1, 7},   {1, 8},   {1, 9},   {1, 11},
    {1, 12},  {1, 13},  {1, 14},  {1, 18},  {1, 20},  {1, 22},  {1, 32},  {2, 3},   {2, 4},
    {2, 8},   {2, 14},  {2, 18},  {2, 20},  {2, 22},  {2, 31},  {3, 4},   {3, 8},   {3, 9},
    {3, 10},  {3, 14},  {3, 28},  {3, 29},  {3, 33},  {4, 8},   {4, 13},  {4, 14},  {5, 7},
    {5, 11},  {6, 7},   {6, 11},  {6, 17},  {7, 17},  {9, 31},  {9, 33},  {9, 34},  {10, 34},
    {14, 34}, {15, 33}, {15, 34}, {16, 33}, {16, 34}, {19, 33}, {19, 34}, {20, 34}, {21, 33},
    {21, 34}, {23, 33}, {23, 34}, {24, 26}, {24, 28}, {24, 30}, {24, 33}, {24, 34}, {25, 26},
    {25, 28}, {25, 32}, {26, 32}, {27, 30}, {27, 34}, {28, 34}, {29, 32}, {29, 34}, {30, 33},
    {30, 34}, {31, 33}, {31, 34}, {32, 33}, {32, 34}, {33, 34}};
inline algorithms::ProjectedGraph karate() {
    auto pairs = karate_ties;
    for (auto& [from, to] : pairs) {
        --from;
        --to;
    }
    return graph_of(34, pairs);
}
// The two clubs into which it fell apart, by member less 1.
inline const std::vector<std::uint32_t> karate_factions{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0,
                                                        0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1,
                                                        1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

// Marriages between Florentine families (Padgett).
enum Family : algorithms::Vertex {
    Acciaiuoli,
    Albizzi,
    Barbadori,
    Bischeri,
    Castellani,
    Ginori,
    Guadagni,
    Lamberteschi,
    Medici,
    Pazzi,
    Peruzzi,
    Ridolfi,
    Salviati,
    Strozzi,
    Tornabuoni,
};
inline algorithms::ProjectedGraph florentine() {
    return graph_of(15, {{0, 8},  {1, 5},  {1, 6},  {1, 8},   {2, 4},   {2, 8},  {3, 6},
                         {3, 10}, {3, 13}, {4, 10}, {4, 13},  {6, 7},   {6, 14}, {8, 11},
                         {8, 12}, {8, 14}, {9, 12}, {10, 13}, {11, 13}, {11, 14}});
}

// Krackhardt's kite (1990).
inline algorithms::ProjectedGraph kite() {
    return graph_of(10, {{0, 1},
                         {0, 2},
                         {0, 3},
                         {0, 5},
                         {1, 3},
                         {1, 4},
                         {1, 6},
                         {2, 3},
                         {2, 5},
                         {3, 4},
                         {3, 5},
                         {3, 6},
                         {4, 6},
                         {5, 6},
                         {5, 7},
                         {6, 7},
                         {7, 8},
                         {8, 9}});
}

} // namespace lintas::testing
