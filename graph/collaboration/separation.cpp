#include "graph/collaboration/separation.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

using algorithms::Vertex;

// Tarjan's search for articulation points, from one vertex more that is tied to the whole group:
// what hangs below a vertex, and has no way up past it, is lost with it.
class SeparationSearch {
public:
    SeparationSearch(const algorithms::ProjectedGraph& graph, std::span<const Vertex> from,
                     std::span<const std::uint8_t> counted, const algorithms::Work& work)
        : graph_{graph}, work_{work}, found_(graph.size()), highest_(graph.size()),
          below_(counted.begin(), counted.end()), is_from_(graph.size()) {
        result_.lost.assign(counted.begin(), counted.end());
        for (const auto vertex : from) is_from_[vertex] = 1;
    }

    Separation run() {
        for (Vertex vertex = 0; vertex < graph_.size(); ++vertex)
            if (is_from_[vertex] != 0 && found_[vertex] == 0) walk_from(vertex);
        for (Vertex vertex = 0; vertex < graph_.size(); ++vertex)
            if (found_[vertex] == 0) result_.lost[vertex] = 0;
        return std::move(result_);
    }

private:
    struct Step {
        Vertex vertex;
        std::size_t next = 0; // place in its row
    };

    void enter(Vertex vertex) {
        found_[vertex] = ++count_;
        // Who belongs to the group has a way to the vertex above all others.
        highest_[vertex] = is_from_[vertex] != 0 ? 0 : count_;
        steps_.push_back({vertex});
    }

    void walk_from(Vertex root) {
        work_.check();
        enter(root);
        while (!steps_.empty()) {
            auto& step = steps_.back();
            const auto row = graph_.out().row(step.vertex);
            if (step.next == row.size()) {
                leave();
                continue;
            }
            const auto next = row[step.next++];
            if (found_[next] == 0)
                enter(next);
            else
                highest_[step.vertex] = std::min(highest_[step.vertex], found_[next]);
        }
        result_.reach += below_[root];
    }

    void leave() {
        const auto vertex = steps_.back().vertex;
        steps_.pop_back();
        if (steps_.empty()) return;
        const auto above = steps_.back().vertex;
        highest_[above] = std::min(highest_[above], highest_[vertex]);
        below_[above] += below_[vertex];
        if (highest_[vertex] >= found_[above]) result_.lost[above] += below_[vertex];
    }

    const algorithms::ProjectedGraph& graph_;
    const algorithms::Work& work_;
    std::vector<Vertex> found_;         // when each vertex was found, from 1
    std::vector<Vertex> highest_;       // the earliest that is tied to it or to what hangs below it
    std::vector<std::uint64_t> below_;  // counted vertices at it and below it
    std::vector<std::uint8_t> is_from_; // does it belong to the group?
    std::vector<Step> steps_;           // the way from the root
    Vertex count_ = 0;
    Separation result_;
};

} // namespace

Separation separation(const algorithms::ProjectedGraph& graph, std::span<const Vertex> from,
                      std::span<const std::uint8_t> counted, const algorithms::Work& work) {
    return SeparationSearch{graph, from, counted, work}.run();
}

} // namespace lintas::collaboration
