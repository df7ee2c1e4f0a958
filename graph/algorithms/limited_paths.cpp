#include "graph/algorithms/limited_paths.h"

#include "graph/algorithms/cost_left.h"
#include "graph/error.h"

#include <algorithm>
#include <set>

namespace lintas::algorithms {

namespace {

constexpr std::uint32_t paths_a_check = 1024;

// The beginning of a way, with what the whole way has at least.
struct Beginning {
    RankedPath path;
    std::uint32_t crossed = 0;
    CostAndTies least;

    // As comes_before(); a beginning comes before what goes on from it.
    bool operator<(const Beginning& other) const {
        if (least != other.least) return least < other.least;
        return path.vertices < other.path.vertices;
    }
};

class BestFirst {
public:
    BestFirst(const ProjectedGraph& graph, Vertex target, const PathLimits& limits,
              const Work& work, std::size_t most_open)
        : graph_{graph}, target_{target}, limits_{limits}, work_{work},
          most_open_{most_open}, costs_{graph}, count_{limits, graph.size()}, left_{graph,  costs_,
                                                                                    target, limits,
                                                                                    count_, work} {}

    std::vector<RankedPath> run(Vertex source, std::size_t k) {
        open({{{source}}, 0, {}});
        std::vector<RankedPath> found;
        for (std::uint32_t steps = 1; !open_.empty() && found.size() < k; ++steps) {
            if (steps % paths_a_check == 0) work_.check();
            auto best = open_.extract(open_.begin()).value();
            if (best.path.vertices.back() == target_) {
                if (count_.is_enough(best.crossed)) found.push_back(std::move(best.path));
                continue;
            }
            go_on(best);
        }
        return found;
    }

private:
    void open(Beginning beginning) {
        const auto ties = static_cast<std::uint32_t>(beginning.path.ties());
        const auto left =
            left_.at(beginning.path.vertices.back(), beginning.crossed, limits_.most_ties - ties);
        if (left == no_way) return;
        if (open_.size() == most_open_)
            throw Error{ErrorCode::Limit,
                        "There are too many ways to look at; allow fewer ties or crossings"};
        beginning.least = {beginning.path.exact_cost + left.cost, ties + left.ties};
        open_.insert(std::move(beginning));
    }

    void go_on(const Beginning& beginning) {
        if (beginning.path.ties() >= limits_.most_ties) return;
        const auto last = beginning.path.vertices.back();
        const auto row = graph_.out().row(last);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto crossed = count_.after(beginning.crossed, last, row[i]);
            if (crossed > count_.last() ||
                std::ranges::find(beginning.path.vertices, row[i]) != beginning.path.vertices.end())
                continue;
            auto next = beginning;
            const auto weight = graph_.out().weight(graph_.out().first(last) + i);
            next.path.vertices.push_back(row[i]);
            next.path.cost += weight;
            next.path.exact_cost += costs_.of(weight);
            next.crossed = crossed;
            open(std::move(next));
        }
    }

    const ProjectedGraph& graph_;
    Vertex target_;
    const PathLimits& limits_;
    const Work& work_;
    std::size_t most_open_;
    ExactCosts costs_;
    CrossingCount count_;
    CostLeft left_;
    std::set<Beginning> open_;
};

} // namespace

std::uint32_t crossings(const RankedPath& path, std::span<const std::uint32_t> groups) {
    std::uint32_t found = 0;
    if (groups.empty()) return found;
    for (std::size_t i = 0; i + 1 < path.vertices.size(); ++i)
        found += groups[path.vertices[i]] != groups[path.vertices[i + 1]] ? 1 : 0;
    return found;
}

std::vector<RankedPath> limited_paths(const ProjectedGraph& graph, Vertex source, Vertex target,
                                      std::size_t k, const PathLimits& limits, const Work& work,
                                      std::size_t most_open) {
    if (limits.fewest_crossings > std::min(limits.most_crossings, limits.most_ties) ||
        limits.fewest_crossings >= std::max<Vertex>(graph.size(), 1))
        return {};
    return BestFirst{graph, target, limits, work, most_open}.run(source, k);
}

} // namespace lintas::algorithms
