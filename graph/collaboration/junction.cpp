#include "graph/collaboration/junction.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace lintas::collaboration {

namespace {

using algorithms::no_vertex;
using algorithms::Vertex;

constexpr std::uint32_t off_way = ~std::uint32_t{0};

// Finds a way, then looks for a second one that may take back parts of the first (Ford and
// Fulkerson 1956): a vertex of the first way can be entered from aside only to go back along it.
class Search {
public:
    Search(const algorithms::ProjectedGraph& graph, std::span<const Vertex> left,
           std::span<const Vertex> right)
        : graph_{graph}, left_{left}, is_right_(graph.size()), place_(graph.size(), off_way) {
        for (const auto vertex : right) is_right_[vertex] = 1;
    }

    Junction run() {
        find_first();
        if (way_.empty()) return {};
        if (has_second()) return {2, {}};
        auto last = way_.size() - 1;
        while (entered_[last] == 0) --last;
        return {1, way_[last]};
    }

private:
    void find_first() {
        std::vector<Vertex> before(graph_.size(), no_vertex);
        std::vector<std::uint8_t> seen(graph_.size());
        std::vector<Vertex> open(left_.begin(), left_.end());
        for (const auto vertex : open) seen[vertex] = 1;
        for (std::size_t at = 0; at < open.size(); ++at)
            for (const auto next : graph_.out().row(open[at])) {
                if (seen[next] != 0) continue;
                seen[next] = 1;
                before[next] = open[at];
                open.push_back(next);
                if (is_right_[next] == 0) continue;
                for (auto vertex = next; vertex != no_vertex; vertex = before[vertex])
                    way_.push_back(vertex);
                std::ranges::reverse(way_);
                for (std::uint32_t place = 0; place < way_.size(); ++place)
                    place_[way_[place]] = place;
                return;
            }
    }

    bool has_second() {
        entered_.assign(way_.size(), 0);
        left_again_.assign(way_.size(), 0);
        seen_.assign(graph_.size(), 0);
        enter(0);
        for (const auto vertex : left_)
            if (visit(vertex)) return true;
        while (!open_.empty()) {
            const auto vertex = open_.back();
            open_.pop_back();
            const auto next_on_way =
                place_[vertex] == off_way ? no_vertex : way_[place_[vertex] + 1];
            for (const auto next : graph_.out().row(vertex))
                if (next != next_on_way && visit(next)) return true;
        }
        return false;
    }

    // Comes to a vertex from aside. True if that ends a second way.
    bool visit(Vertex vertex) {
        if (place_[vertex] != off_way) {
            enter(place_[vertex]);
            return false;
        }
        if (seen_[vertex] != 0) return false;
        seen_[vertex] = 1;
        if (is_right_[vertex] != 0) return true;
        open_.push_back(vertex);
        return false;
    }

    // Goes back along the first way, and on from each vertex of it.
    void enter(std::uint32_t place) {
        for (; entered_[place] == 0; --place) {
            entered_[place] = 1;
            if (place == 0) return;
            if (left_again_[place - 1] != 0) return;
            left_again_[place - 1] = 1;
            open_.push_back(way_[place - 1]);
        }
    }

    const algorithms::ProjectedGraph& graph_;
    std::span<const Vertex> left_;
    std::vector<std::uint8_t> is_right_;
    std::vector<std::uint32_t> place_; // on the first way
    std::vector<Vertex> way_;
    std::vector<std::uint8_t> entered_;    // by place: reached before its vertex
    std::vector<std::uint8_t> left_again_; // by place: reached behind its vertex
    std::vector<std::uint8_t> seen_;
    std::vector<Vertex> open_;
};

} // namespace

Junction junction(const algorithms::ProjectedGraph& graph, std::span<const Vertex> left,
                  std::span<const Vertex> right) {
    return Search{graph, left, right}.run();
}

} // namespace lintas::collaboration
