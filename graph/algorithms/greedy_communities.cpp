#include "graph/algorithms/greedy_communities.h"

#include "graph/algorithms/community_level.h"
#include "graph/algorithms/mixing.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>
#include <vector>

namespace lintas::algorithms {

namespace {

// Two communities that may be joined, as they were at that time.
struct PossibleUnion {
    double gain = 0;
    std::uint32_t left = 0; // left < right
    std::uint32_t right = 0;
    std::uint64_t made = 0;   // how often the two had changed
    std::uint32_t owner = 0;  // the one whose best union this was
    std::uint64_t search = 0; // which search of the owner found it

    // The largest gain first, then the smallest numbers.
    bool operator<(const PossibleUnion& other) const {
        return std::tie(gain, other.left, other.right) < std::tie(other.gain, left, right);
    }
};

// A community that another is tied to.
struct Bond {
    std::uint32_t other = 0;
    double weight = 0;
};

using Bonds = std::vector<Bond>; // by `other`, ascending

Bonds::iterator place_of(Bonds& bonds, std::uint32_t other) {
    return std::ranges::lower_bound(bonds, other, {}, &Bond::other);
}

// One walk over both, as they are in order.
Bonds merged(const Bonds& kept, const Bonds& lost) {
    Bonds all;
    all.reserve(kept.size() + lost.size());
    auto at = kept.begin();
    for (const auto& bond : lost) {
        while (at != kept.end() && at->other < bond.other) all.push_back(*at++);
        all.push_back(bond);
        if (at != kept.end() && at->other == bond.other) all.back().weight += (at++)->weight;
    }
    all.insert(all.end(), at, kept.end());
    return all;
}

// Each community has its best union among the open ones, as good as it was when it was last
// searched for. A pair gains something else once one of the two is joined, and that one is searched
// anew then: so no pair is better than the best of the open ones. An open union whose pair has
// changed since is searched for again when its turn comes.
class GreedyUnions {
public:
    GreedyUnions(const CommunityLevel& level, double resolution)
        : resolution_{resolution}, total_{level.total}, strengths_{level.strengths},
          rows_(level.size()), changes_(level.size()), searches_(level.size()),
          into_(level.size()) {
        std::iota(into_.begin(), into_.end(), std::uint32_t{0});
        for (Vertex v = 0; v < level.size(); ++v) {
            for (auto at = level.first[v]; at < level.first[v + 1]; ++at)
                rows_[v].push_back({level.neighbours[at], level.weights[at]});
            std::ranges::sort(rows_[v], {}, &Bond::other);
        }
        for (Vertex v = 0; v < level.size(); ++v) search(v);
    }

    std::vector<std::uint32_t> join_all(const Work& work) {
        while (!open_.empty()) {
            const auto best = open_.top();
            open_.pop();
            if (best.search != searches_[best.owner] || into_[best.owner] != best.owner) continue;
            work.check();
            if (best.made == changes_[best.left] + changes_[best.right])
                join(best.left, best.right);
            else
                search(best.owner);
        }
        for (auto& community : into_)
            while (into_[community] != community) community = into_[community];
        return into_;
    }

private:
    static constexpr std::uint64_t gone = std::uint64_t{1} << 40U; // no count of changes

    void search(std::uint32_t owner) {
        PossibleUnion best;
        ++searches_[owner];
        for (const auto& [other, weight] : rows_[owner]) {
            const auto gain = weight - resolution_ * strengths_[owner] * strengths_[other] / total_;
            if (gain <= 0 || gain < best.gain) continue;
            const PossibleUnion found{gain,
                                      std::min(owner, other),
                                      std::max(owner, other),
                                      changes_[owner] + changes_[other],
                                      owner,
                                      searches_[owner]};
            if (best.gain == 0 || best < found) best = found;
        }
        if (best.gain > 0) open_.push(best);
    }

    // The one with fewer neighbours goes into the other.
    void join(std::uint32_t kept, std::uint32_t lost) {
        if (rows_[kept].size() < rows_[lost].size()) std::swap(kept, lost);
        rows_[lost].erase(place_of(rows_[lost], kept));
        rows_[kept].erase(place_of(rows_[kept], lost));
        for (const auto& bond : rows_[lost]) rename(rows_[bond.other], lost, kept);
        rows_[kept] = merged(rows_[kept], rows_[lost]);
        Bonds{}.swap(rows_[lost]);
        strengths_[kept] += strengths_[lost];
        into_[lost] = kept;
        ++changes_[kept];
        changes_[lost] = gone;
        search(kept);
    }

    // What was tied to `lost` is tied to `kept`.
    static void rename(Bonds& bonds, std::uint32_t lost, std::uint32_t kept) {
        const auto from = place_of(bonds, lost);
        const auto to = place_of(bonds, kept);
        if (to != bonds.end() && to->other == kept) {
            to->weight += from->weight;
            bonds.erase(from);
            return;
        }
        from->other = kept;
        if (from < to)
            std::rotate(from, from + 1, to);
        else
            std::rotate(to, from, from + 1);
    }

    double resolution_;
    double total_;
    std::vector<double> strengths_;
    std::vector<Bonds> rows_;             // weights between communities
    std::vector<std::uint64_t> changes_;  // of a community
    std::vector<std::uint64_t> searches_; // for its best union
    std::vector<std::uint32_t> into_;     // what it was joined with, or itself
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
