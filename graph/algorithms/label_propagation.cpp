#include "graph/algorithms/label_propagation.h"

#include "graph/algorithms/communities.h"
#include "graph/algorithms/random.h"

#include <algorithm>
#include <numeric>

namespace lintas::algorithms {

namespace {

constexpr std::size_t label_grain = 4096;

// The labels around one vertex with their weights.
class Ballot {
public:
    explicit Ballot(Vertex size) : weights_(size) {}

    void count(const ProjectedGraph& graph, const std::vector<Vertex>& labels, Vertex vertex) {
        count_row(graph.out(), labels, vertex);
        if (graph.is_directed()) count_row(graph.in(), labels, vertex);
        most_ = 0;
        for (const auto label : seen_) most_ = std::max(most_, weights_[label]);
        std::erase_if(seen_, [this](Vertex label) {
            if (weights_[label] >= most_) return false;
            weights_[label] = 0;
            return true;
        });
    }
    // The labels of the most weight.
    const std::vector<Vertex>& winners() const { return seen_; }
    bool is_winner(Vertex label) const { return most_ > 0 && weights_[label] == most_; }
    void forget() {
        for (const auto label : seen_) weights_[label] = 0;
        seen_.clear();
    }

private:
    void count_row(const Adjacency& rows, const std::vector<Vertex>& labels, Vertex vertex) {
        const auto row = rows.row(vertex);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto weight = rows.weight(rows.first(vertex) + i);
            if (row[i] == vertex || weight == 0) continue;
            auto& sum = weights_[labels[row[i]]];
            if (sum == 0) seen_.push_back(labels[row[i]]);
            sum += weight;
        }
    }

    std::vector<double> weights_; // by label
    std::vector<Vertex> seen_;
    double most_ = 0;
};

std::vector<Vertex> own_labels(Vertex size) {
    std::vector<Vertex> labels(size);
    std::iota(labels.begin(), labels.end(), Vertex{0});
    return labels;
}

} // namespace

std::vector<std::uint32_t> label_propagation(const ProjectedGraph& graph, std::uint64_t seed,
                                             int most_rounds, const Work& work) {
    Random random{seed};
    auto labels = own_labels(graph.size());
    auto order = own_labels(graph.size());
    Ballot ballot{graph.size()};
    bool has_changed = true;
    for (int round = 0; round < most_rounds && has_changed; ++round) {
        has_changed = false;
        random.shuffle(std::span{order});
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i % steps_a_check == 0) work.check();
            const auto vertex = order[i];
            ballot.count(graph, labels, vertex);
            const auto& winners = ballot.winners();
            if (!winners.empty() && !ballot.is_winner(labels[vertex])) {
                labels[vertex] = winners[random.below(winners.size())];
                has_changed = true;
            }
            ballot.forget();
        }
    }
    renumber(labels);
    return labels;
}

std::vector<Vertex> synchronous_labels(const ProjectedGraph& graph, int rounds,
                                       const Workers& workers) {
    auto labels = own_labels(graph.size());
    auto next = labels;
    for (int round = 0; round < rounds; ++round) {
        workers.each_range(graph.size(), label_grain,
                           [&](std::size_t begin, std::size_t end, unsigned) {
                               Ballot ballot{graph.size()};
                               for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
                                   ballot.count(graph, labels, v);
                                   const auto& winners = ballot.winners();
                                   if (!winners.empty()) next[v] = std::ranges::min(winners);
                                   ballot.forget();
                               }
                           });
        if (next == labels) break;
        labels = next;
    }
    return labels;
}

} // namespace lintas::algorithms
