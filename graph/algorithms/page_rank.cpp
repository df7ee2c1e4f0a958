#include "graph/algorithms/page_rank.h"

#include <cmath>
#include <numeric>

namespace lintas::algorithms {

namespace {

constexpr std::size_t rank_grain = 4096;

class Iteration {
public:
    Iteration(const ProjectedGraph& graph, std::span<const double> starts,
              const PageRankRules& rules, const Workers& workers)
        : graph_{graph}, rules_{rules}, workers_{workers}, starts_{starts.begin(), starts.end()},
          per_weight_(graph.size()), outflow_(graph.size()),
          partial_((graph.size() + rank_grain - 1) / rank_grain) {
        if (starts_.empty()) starts_.assign(graph.size(), 1);
        const auto total = std::accumulate(starts_.begin(), starts_.end(), 0.0);
        for (auto& start : starts_) start /= total;
        for (Vertex v = 0; v < graph.size(); ++v) {
            double sum = 0;
            for (const auto weight : graph.out().weights(v)) sum += weight;
            if (!graph.is_weighted()) sum = graph.out().degree(v);
            per_weight_[v] = sum > 0 ? 1 / sum : 0;
        }
    }

    PageRank run() {
        PageRank found{starts_, 0, false};
        std::vector<double> next(graph_.size());
        while (found.rounds < rules_.most_rounds && !found.has_converged) {
            const auto dangling = let_flow(found.ranks);
            const auto change = gather(found.ranks, next, dangling);
            found.ranks.swap(next);
            ++found.rounds;
            found.has_converged = change <= rules_.tolerance;
        }
        return found;
    }

private:
    // What each vertex sends along one unit of weight. Gives what is left at vertices that send
    // nothing.
    double let_flow(const std::vector<double>& ranks) {
        return sum_ranges([&](Vertex v) {
            outflow_[v] = ranks[v] * per_weight_[v];
            return per_weight_[v] > 0 ? 0 : ranks[v];
        });
    }

    double gather(const std::vector<double>& ranks, std::vector<double>& next, double dangling) {
        const auto anew = 1 - rules_.damping + rules_.damping * dangling;
        return sum_ranges([&](Vertex v) {
            next[v] = anew * starts_[v] + rules_.damping * inflow(v);
            return std::abs(next[v] - ranks[v]);
        });
    }

    double inflow(Vertex v) const {
        const auto row = graph_.in().row(v);
        double sum = 0;
        if (!graph_.is_weighted()) {
            for (const auto neighbour : row) sum += outflow_[neighbour];
            return sum;
        }
        const auto weights = graph_.in().weights(v);
        for (std::size_t i = 0; i < row.size(); ++i) sum += outflow_[row[i]] * weights[i];
        return sum;
    }

    template <typename Term> double sum_ranges(const Term& term) {
        workers_.each_range(graph_.size(), rank_grain,
                            [&](std::size_t begin, std::size_t end, unsigned) {
                                double sum = 0;
                                for (auto v = begin; v < end; ++v)
                                    sum += term(static_cast<Vertex>(v));
                                partial_[begin / rank_grain] = sum;
                            });
        return std::accumulate(partial_.begin(), partial_.end(), 0.0);
    }

    const ProjectedGraph& graph_;
    const PageRankRules& rules_;
    const Workers& workers_;
    std::vector<double> starts_;
    std::vector<double> per_weight_; // 1 / the weights of all ties of a vertex
    std::vector<double> outflow_;
    std::vector<double> partial_; // one sum a range
};

} // namespace

PageRank page_rank(const ProjectedGraph& graph, std::span<const double> starts,
                   const PageRankRules& rules, const Workers& workers) {
    if (graph.size() == 0) return {{}, 0, true};
    return Iteration{graph, starts, rules, workers}.run();
}

} // namespace lintas::algorithms
