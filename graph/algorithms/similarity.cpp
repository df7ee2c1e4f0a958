#include "graph/algorithms/similarity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lintas::algorithms {

namespace {

constexpr std::size_t similarity_grain = 256;

bool is_more_similar(const SimilarPair& l, const SimilarPair& r) {
    if (l.value != r.value) return l.value > r.value;
    return l.left != r.left ? l.left < r.left : l.right < r.right;
}

double degree(const ProjectedGraph& graph, Vertex vertex) {
    return graph.out().degree(vertex) - (graph.out().has(vertex, vertex) ? 1.0 : 0.0);
}

// What a shared neighbour is worth.
double worth(const ProjectedGraph& graph, Similarity measure, Vertex shared) {
    switch (measure) {
    case Similarity::AdamicAdar: return 1 / std::log(degree(graph, shared));
    case Similarity::ResourceAllocation: return 1 / degree(graph, shared);
    case Similarity::Common:
    case Similarity::Jaccard:
    case Similarity::PreferentialAttachment: return 1;
    }
    return 1;
}

double finished(const ProjectedGraph& graph, Similarity measure, Vertex left, Vertex right,
                double sum) {
    if (measure == Similarity::PreferentialAttachment)
        return degree(graph, left) * degree(graph, right);
    if (measure != Similarity::Jaccard) return sum;
    const auto either = degree(graph, left) + degree(graph, right) - sum;
    return either > 0 ? sum / either : 0;
}

void keep_best(std::vector<SimilarPair>& pairs, std::size_t k) {
    if (pairs.size() <= k) return;
    const auto end = pairs.begin() + static_cast<std::ptrdiff_t>(k);
    std::nth_element(pairs.begin(), end, pairs.end(), is_more_similar);
    pairs.resize(k);
}

// The pairs of one vertex after the other.
class PairFinder {
public:
    PairFinder(const ProjectedGraph& graph, Similarity measure)
        : graph_{graph}, measure_{measure}, sums_(graph.size()), is_seen_(graph.size()) {}

    // `takes(other)`: is the pair to be given here?
    template <typename Takes>
    void find(Vertex vertex, const Takes& takes, std::vector<SimilarPair>& out) {
        for (const auto shared : graph_.out().row(vertex)) {
            if (shared == vertex) continue;
            const auto value = worth(graph_, measure_, shared);
            for (const auto other : graph_.out().row(shared)) {
                if (other == vertex || other == shared || !takes(other)) continue;
                if (!is_seen_[other]) seen_.push_back(other);
                is_seen_[other] = 1;
                sums_[other] += value;
            }
        }
        for (const auto other : seen_) {
            if (!graph_.out().has(vertex, other)) {
                const auto [left, right] = std::minmax(vertex, other);
                out.push_back({left, right, finished(graph_, measure_, left, right, sums_[other])});
            }
            sums_[other] = 0;
            is_seen_[other] = 0;
        }
        seen_.clear();
    }

private:
    const ProjectedGraph& graph_;
    Similarity measure_;
    std::vector<double> sums_;
    std::vector<std::uint8_t> is_seen_;
    std::vector<Vertex> seen_;
};

} // namespace

double similarity(const ProjectedGraph& graph, Similarity measure, Vertex left, Vertex right) {
    double sum = 0;
    for (const auto shared : graph.out().row(left))
        if (shared != left && shared != right && graph.out().has(right, shared))
            sum += worth(graph, measure, shared);
    return finished(graph, measure, left, right, sum);
}

std::vector<SimilarPair> similar_pairs(const ProjectedGraph& graph, Similarity measure,
                                       std::span<const Vertex> sources, std::size_t k,
                                       const Workers& workers) {
    std::vector<Vertex> from{sources.begin(), sources.end()};
    std::ranges::sort(from);
    from.erase(std::ranges::unique(from).begin(), from.end());
    std::vector<std::uint8_t> is_source(graph.size(), from.empty() ? 1 : 0);
    for (const auto source : from) is_source[source] = 1;
    if (from.empty()) {
        from.resize(graph.size());
        std::iota(from.begin(), from.end(), Vertex{0});
    }
    std::vector<std::vector<SimilarPair>> parts((from.size() + similarity_grain - 1) /
                                                similarity_grain);
    workers.each_range(
        from.size(), similarity_grain, [&](std::size_t begin, std::size_t end, unsigned) {
            PairFinder finder{graph, measure};
            auto& part = parts[begin / similarity_grain];
            for (auto i = begin; i < end; ++i) {
                const auto vertex = from[i];
                finder.find(
                    vertex, [&](Vertex other) { return !is_source[other] || other > vertex; },
                    part);
                if (part.size() > 4 * k + similarity_grain) keep_best(part, k);
            }
            keep_best(part, k);
        });
    std::vector<SimilarPair> all;
    for (const auto& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
        keep_best(all, k);
    }
    std::ranges::sort(all, is_more_similar);
    return all;
}

} // namespace lintas::algorithms
