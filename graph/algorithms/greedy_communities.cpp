#include "graph/algorithms/greedy_communities.h"

#include "graph/algorithms/community_level.h"
#include "graph/algorithms/mixing.h"

#include <map>
#include <numeric>
#include <queue>
#include <tuple>

namespace lintas::algorithms {

namespace {

// Two communities that may be joined, as they were at that time.
struct PossibleUnion {
    double gain = 0;
    std::uint32_t left = 0; // left < right
    std::uint32_t right = 0;
    std::uint64_t made = 0; // how often the two had changed

    // The largest gain first, then the smallest numbers.
    bool operator<(const PossibleUnion& other) const {
        return std::tie(gain, other.left, other.right) < std::tie(other.gain, left, right);
    }
};

class GreedyUnions {
public:
    GreedyUnions(const CommunityLevel& level, double resolution)
        : resolution_{resolution}, total_{level.total}, strengths_{level.strengths},
          rows_(level.size()), changes_(level.size()), into_(level.size()) {
        std::iota(into_.begin(), into_.end(), std::uint32_t{0});
        for (Vertex v = 0; v < level.size(); ++v)
            for (auto at = level.first[v]; at < level.first[v + 1]; ++at)
                rows_[v].emplace(level.neighbours[at], level.weights[at]);
        for (Vertex v = 0; v < level.size(); ++v)
            for (const auto& [other, weight] : rows_[v])
                if (v < other) propose(v, other, weight);
    }

    std::vector<std::uint32_t> join_all(const Work& work) {
        while (!open_.empty()) {
            const auto best = open_.top();
            open_.pop();
            if (best.made != changes_[best.left] + changes_[best.right]) continue;
            work.check();
            join(best.left, best.right);
        }
        for (auto& community : into_)
            while (into_[community] != community) community = into_[community];
        return into_;
    }

private:
    static constexpr std::uint64_t gone = std::uint64_t{1} << 40U; // no count of changes

    void propose(std::uint32_t one, std::uint32_t other, double weight) {
        const auto gain = weight - resolution_ * strengths_[one] * strengths_[other] / total_;
        if (gain <= 0) return;
        open_.push(
            {gain, std::min(one, other), std::max(one, other), changes_[one] + changes_[other]});
    }

    // The one with fewer neighbours goes into the other.
    void join(std::uint32_t kept, std::uint32_t lost) {
        if (rows_[kept].size() < rows_[lost].size()) std::swap(kept, lost);
        rows_[lost].erase(kept);
        rows_[kept].erase(lost);
        for (const auto& [other, weight] : rows_[lost]) {
            rows_[kept][other] += weight;
            rows_[other].erase(lost);
            rows_[other][kept] += weight;
        }
        rows_[lost].clear();
        strengths_[kept] += strengths_[lost];
        into_[lost] = kept;
        ++changes_[kept];
        changes_[lost] = gone;
        for (const auto& [other, weight] : rows_[kept]) propose(kept, other, weight);
    }

    double resolution_;
    double total_;
    std::vector<double> strengths_;
    std::vector<std::map<std::uint32_t, double>> rows_; // weights between communities
    std::vector<std::uint64_t> changes_;                // of a community
    std::vector<std::uint32_t> into_;                   // what it was joined with, or itself
    std::priority_queue<PossibleUnion> open_;
};

} // namespace

Communities greedy_communities(const ProjectedGraph& given, const CommunityRules& rules,
                               const Work& work) {
    const auto graph = undirected(given);
    Communities found;
    found.of = GreedyUnions{CommunityLevel{graph}, rules.resolution}.join_all(work);
    found.count = renumber(found.of);
    found.modularity = modularity(graph, found.of, rules.resolution);
    return found;
}

} // namespace lintas::algorithms
