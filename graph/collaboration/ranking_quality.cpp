#include "graph/collaboration/ranking_quality.h"

#include "graph/collaboration/tie_prediction.h"

#include <algorithm>

namespace lintas::collaboration {

RankingQuality::RankingQuality(std::size_t measures, std::size_t k)
    : k_{k}, precision_(measures), pairs_(measures) {}

void RankingQuality::add(const std::vector<std::uint8_t>& came,
                         const std::vector<std::vector<double>>& scores) {
    for (std::size_t measure = 0; measure < scores.size(); ++measure) {
        add_precision(came, scores[measure], precision_[measure]);
        auto& all = pairs_[measure];
        for (std::size_t at = 0; at < came.size(); ++at)
            all.emplace_back(scores[measure][at], came[at]);
    }
    ++units_;
}

double RankingQuality::precision(std::size_t measure) const {
    return units_ == 0 ? 0 : precision_[measure] / static_cast<double>(units_);
}

double RankingQuality::area(std::size_t measure) const {
    std::vector<double> values;
    for (const auto& [score, came] : pairs_[measure]) values.push_back(-score);
    const auto places = ranks(values); // 1 is the lowest score
    double sum = 0;
    double came_in_all = 0;
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (pairs_[measure][at].second == 0) continue;
        sum += places[at];
        ++came_in_all;
    }
    const auto stayed = static_cast<double>(values.size()) - came_in_all;
    if (came_in_all == 0 || stayed == 0) return 0;
    return (sum - came_in_all * (came_in_all + 1) / 2) / (came_in_all * stayed);
}

void RankingQuality::add_precision(const std::vector<std::uint8_t>& came,
                                   const std::vector<double>& scores, double& sum) const {
    std::vector<std::size_t> order(came.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    const auto shown = std::min(k_, order.size());
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(shown),
                              [&](std::size_t one, std::size_t other) {
                                  return scores[one] != scores[other] ? scores[one] > scores[other]
                                                                      : one < other;
                              });
    double hits = 0;
    for (std::size_t at = 0; at < shown; ++at) hits += came[order[at]];
    if (shown > 0) sum += hits / static_cast<double>(shown);
}

} // namespace lintas::collaboration
