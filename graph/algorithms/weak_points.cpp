#include "graph/algorithms/weak_points.h"

#include <algorithm>

namespace lintas::algorithms {

namespace {

// Goes down along ties as far as it can, and ends a block where nothing below a vertex reaches
// above it.
class WeakPointSearch {
public:
    WeakPointSearch(const ProjectedGraph& graph, const Work& work)
        : graph_{graph}, work_{work}, order_(graph.size()) {}

    WeakPoints run() {
        for (Vertex root = 0; root < graph_.size(); ++root)
            if (order_[root] == unseen) search(root);
        return ordered();
    }

private:
    static constexpr std::uint32_t unseen = 0;

    // A vertex on the way down from the root.
    struct Step {
        Vertex vertex;
        Vertex above;            // no_vertex for the root
        std::uint32_t next = 0;  // the place in its row to go on with
        std::uint32_t reach = 0; // the smallest order of what is tied to it or to what is below it
    };

    void search(Vertex root) {
        enter(root, no_vertex);
        while (!way_.empty()) {
            auto& step = way_.back();
            const auto row = graph_.out().row(step.vertex);
            if (step.next == row.size()) {
                leave();
                continue;
            }
            const auto other = row[step.next++];
            if (++steps_ % steps_a_check == 0) work_.check();
            if (order_[other] == unseen)
                enter(other, step.vertex);
            else if (other != step.above)
                step.reach = std::min(step.reach, order_[other]);
        }
        open_.clear(); // the root, which belongs to no further block
    }

    void enter(Vertex vertex, Vertex above) {
        order_[vertex] = ++entered_;
        way_.push_back({vertex, above, 0, entered_});
        open_.push_back(vertex);
    }

    void leave() {
        const auto step = way_.back();
        way_.pop_back();
        if (way_.empty()) return;
        auto& above = way_.back();
        above.reach = std::min(above.reach, step.reach);
        if (step.reach >= order_[above.vertex]) close_block(above.vertex, step.vertex);
    }

    // What was entered since `below`, and the vertex above it.
    void close_block(Vertex above, Vertex below) {
        auto& block = found_.blocks.emplace_back();
        Vertex vertex = no_vertex;
        do {
            vertex = open_.back();
            open_.pop_back();
            block.push_back(vertex);
        } while (vertex != below);
        block.push_back(above);
    }

    // A vertex of two blocks parts them; a block of two vertices is a bridge.
    WeakPoints ordered() {
        std::vector<std::uint8_t> blocks_of(graph_.size());
        for (auto& block : found_.blocks) {
            std::ranges::sort(block);
            if (block.size() == 2) found_.bridges.emplace_back(block[0], block[1]);
            for (const auto vertex : block)
                blocks_of[vertex] = static_cast<std::uint8_t>(std::min(2, blocks_of[vertex] + 1));
        }
        for (Vertex v = 0; v < graph_.size(); ++v)
            if (blocks_of[v] == 2) found_.articulation_points.push_back(v);
        std::ranges::sort(found_.blocks);
        std::ranges::sort(found_.bridges);
        return std::move(found_);
    }

    const ProjectedGraph& graph_;
    const Work& work_;
    std::vector<std::uint32_t> order_; // in which vertices were entered, from 1
    std::uint32_t entered_ = 0;
    std::uint32_t steps_ = 0;
    std::vector<Step> way_;
    std::vector<Vertex> open_; // entered, and in no block yet but as its upper end
    WeakPoints found_;
};

} // namespace

WeakPoints weak_points(const ProjectedGraph& graph, const Work& work) {
    const auto both_ways = undirected(graph);
    return WeakPointSearch{both_ways, work}.run();
}

} // namespace lintas::algorithms
