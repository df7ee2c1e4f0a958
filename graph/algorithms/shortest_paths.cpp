#include "graph/algorithms/shortest_paths.h"

#include "graph/algorithms/search_to_target.h"

#include <algorithm>
#include <set>

namespace lintas::algorithms {

namespace {

// A way that was not given yet, and the first place where it leaves the way it came from: what is
// before was tried with that one.
struct Candidate {
    RankedPath path;
    std::size_t leaves_at = 0;

    bool operator<(const Candidate& other) const { return comes_before(path, other.path); }
};

class Yen {
public:
    Yen(const ProjectedGraph& graph, Vertex source, Vertex target, const Work& work)
        : graph_{graph}, costs_{graph}, search_{graph, costs_, target, work}, source_{source} {}

    std::vector<RankedPath> run(std::size_t k) {
        add({}, source_, 0);
        while (!candidates_.empty() && found_.size() < k) {
            auto best = candidates_.extract(candidates_.begin()).value();
            found_.push_back(std::move(best.path));
            if (found_.size() < k) leave(found_.back(), best.leaves_at);
        }
        return std::move(found_);
    }

private:
    void leave(const RankedPath& path, std::size_t from) {
        for (auto at = from; at < path.ties(); ++at) {
            const std::vector<Vertex> root{path.vertices.begin(),
                                           path.vertices.begin() + static_cast<std::ptrdiff_t>(at)};
            add(root, path.vertices[at], at);
        }
    }

    // The cheapest way that begins with `root` and `spur` and goes on as none that was found.
    void add(const std::vector<Vertex>& root, Vertex spur, std::size_t leaves_at) {
        std::vector<Vertex> taken;
        for (const auto& path : found_)
            if (path.ties() > root.size() && path.vertices[root.size()] == spur &&
                std::equal(root.begin(), root.end(), path.vertices.begin()))
                taken.push_back(path.vertices[root.size() + 1]);
        const auto rest = search_.find(spur, root, taken);
        if (!rest) return;
        RankedPath path{root};
        path.vertices.push_back(spur);
        path.vertices.insert(path.vertices.end(), rest->begin(), rest->end());
        for (std::size_t i = 0; i < path.ties(); ++i) {
            const auto arc = graph_.out().find(path.vertices[i], path.vertices[i + 1]);
            path.cost += graph_.out().weight(*arc);
            path.exact_cost += costs_.of(graph_.out().weight(*arc));
        }
        candidates_.insert({std::move(path), leaves_at});
    }

    const ProjectedGraph& graph_;
    ExactCosts costs_;
    SearchToTarget search_;
    Vertex source_;
    std::vector<RankedPath> found_;
    std::set<Candidate> candidates_;
};

} // namespace

std::vector<RankedPath> shortest_paths(const ProjectedGraph& graph, Vertex source, Vertex target,
                                       std::size_t k, const Work& work) {
    return Yen{graph, source, target, work}.run(k);
}

} // namespace lintas::algorithms
