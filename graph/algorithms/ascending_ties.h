// Each tie of an undirected graph once, from the end of fewer neighbours to that of more, so that
// no row is long; and the triangles that three such ties close (Chiba, Nishizeki 1985).
//
// Invariant: vertices are numbered by rank, by their degree and then by themselves; ties to oneself
// are left out.
#pragma once

#include "graph/algorithms/projected_graph.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace lintas::algorithms {

struct AscendingTies {
    std::vector<std::uint64_t> first; // of the ties of a rank
    std::vector<Vertex> ends;         // the ranks that ties lead to, each larger than their own
    std::vector<Vertex> vertex_at;    // by rank
};

AscendingTies ascending_ties(const ProjectedGraph& graph);

// By rank, ascending, and the numbers of the ties between them.
struct Triangle {
    Vertex first;
    Vertex middle;
    Vertex last;
    std::uint64_t first_to_middle;
    std::uint64_t first_to_last;
    std::uint64_t middle_to_last;
};

class TriangleFinder {
public:
    explicit TriangleFinder(const AscendingTies& ties)
        : ties_{ties}, tie_to_(ties.vertex_at.size(), no_tie) {}

    // Calls visit(triangle) for those whose first vertex has rank r.
    template <typename Visit> void each(Vertex r, const Visit& visit) {
        for (auto i = ties_.first[r]; i < ties_.first[r + 1]; ++i) tie_to_[ties_.ends[i]] = i;
        for (auto i = ties_.first[r]; i < ties_.first[r + 1]; ++i) {
            const auto middle = ties_.ends[i];
            for (auto j = ties_.first[middle]; j < ties_.first[middle + 1]; ++j)
                if (const auto tie = tie_to_[ties_.ends[j]]; tie != no_tie)
                    visit(Triangle{r, middle, ties_.ends[j], i, tie, j});
        }
        for (auto i = ties_.first[r]; i < ties_.first[r + 1]; ++i) tie_to_[ties_.ends[i]] = no_tie;
    }

private:
    static constexpr auto no_tie = ~std::uint64_t{0};

    const AscendingTies& ties_;
    std::vector<std::uint64_t> tie_to_; // of the first vertex at hand
};

// How many ranks one thread takes at a time: each time it makes a finder.
inline std::size_t triangle_grain(std::size_t size) {
    return std::max<std::size_t>(512, size / 256);
}

} // namespace lintas::algorithms
