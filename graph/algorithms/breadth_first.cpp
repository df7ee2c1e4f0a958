#include "graph/algorithms/breadth_first.h"

#include <algorithm>

namespace lintas::algorithms {

namespace {

// The two borders between the ways to search, as the paper has them.
constexpr std::uint64_t arcs_share = 14;
constexpr std::uint64_t vertices_share = 24;
constexpr Vertex vertices_a_check = 65'536;

class Search {
public:
    Search(const ProjectedGraph& graph, std::span<const Vertex> sources, const Work& work)
        : graph_{graph}, work_{work},
          distances_(graph.size(), unreached), arcs_left_{graph.out().arcs()} {
        for (const auto source : sources) reach(source, 0);
    }

    std::vector<std::uint32_t> run(std::uint32_t most) {
        for (std::uint32_t level = 1; !border_.empty() && level <= most; ++level) {
            work_.check();
            const auto arcs = border_arcs();
            arcs_left_ -= std::min(arcs, arcs_left_);
            const auto before = std::move(border_);
            border_.clear();
            const auto is_wide =
                arcs > arcs_left_ / arcs_share && before.size() > graph_.size() / vertices_share;
            if (is_wide)
                search_back(level);
            else
                search_on(before, level);
        }
        return std::move(distances_);
    }

private:
    void reach(Vertex vertex, std::uint32_t level) {
        if (distances_[vertex] != unreached) return;
        distances_[vertex] = level;
        border_.push_back(vertex);
    }

    std::uint64_t border_arcs() const {
        std::uint64_t arcs = 0;
        for (const auto vertex : border_) arcs += graph_.out().degree(vertex);
        return arcs;
    }

    void search_on(const std::vector<Vertex>& before, std::uint32_t level) {
        for (const auto vertex : before)
            for (const auto neighbour : graph_.out().row(vertex)) reach(neighbour, level);
    }

    // Every vertex that was not reached looks among those with an arc to it for one of the border.
    void search_back(std::uint32_t level) {
        for (Vertex v = 0; v < graph_.size(); ++v) {
            if (v % vertices_a_check == 0) work_.check();
            if (distances_[v] != unreached) continue;
            for (const auto neighbour : graph_.in().row(v))
                if (distances_[neighbour] == level - 1) {
                    reach(v, level);
                    break;
                }
        }
    }

    const ProjectedGraph& graph_;
    const Work& work_;
    std::vector<std::uint32_t> distances_;
    std::vector<Vertex> border_;
    std::uint64_t arcs_left_;
};

} // namespace

std::vector<std::uint32_t> breadth_first(const ProjectedGraph& graph,
                                         std::span<const Vertex> sources, const Work& work,
                                         std::uint32_t most) {
    return Search{graph, sources, work}.run(most);
}

} // namespace lintas::algorithms
