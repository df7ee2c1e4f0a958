#include "graph/collaboration/tie_prediction.h"

#include "graph/algorithms/workers.h"
#include "graph/collaboration/unit_themes.h"

#include <algorithm>
#include <cmath>

namespace lintas::collaboration {

namespace {

std::vector<double>& of(Scores& scores, Measure measure) {
    return scores[static_cast<std::size_t>(measure)];
}

} // namespace

std::string_view name(Measure measure) {
    switch (measure) {
    case Measure::CommonNeighbours: return "commonNeighbours";
    case Measure::ResourceAllocation: return "resourceAllocation";
    case Measure::AdamicAdar: return "adamicAdar";
    case Measure::Katz: return "katz";
    case Measure::PageRank: return "pageRank";
    case Measure::PathSimilarity: return "pathSim";
    case Measure::PreferentialAttachment: return "preferentialAttachment";
    }
    return {};
}

bool is_ranked(Measure measure) {
    return measure != Measure::CommonNeighbours && measure != Measure::PreferentialAttachment;
}

TiePredictor::TiePredictor(const Projection& projection, algorithms::ProjectedGraph ties)
    : graph_{std::move(ties)}, walks_{graph_.out(), graph_.size()}, themes_{themes_of_units(
                                                                        projection)},
      units_of_theme_{
          units_of_themes(themes_, projection.units.size(), theme_count(*projection.network))} {
    for (std::uint32_t unit = 0; unit < units(); ++unit) {
        double paths = 0;
        for (const auto& mention : themes_.of(unit)) paths += mention.score * mention.score;
        own_paths_.push_back(paths);
    }
}

void TiePredictor::score_nearby(std::uint32_t unit, Scores& scores) const {
    for (auto& of_measure : scores) of_measure.assign(units(), 0);
    const auto own = static_cast<double>(neighbours(unit).size());
    for (const auto between : neighbours(unit)) {
        const auto degree = static_cast<double>(neighbours(between).size());
        const auto share = 1 / degree;
        const auto rarity = 1 / std::log(degree);
        for (const auto other : neighbours(between)) {
            if (other == unit) continue;
            ++of(scores, Measure::CommonNeighbours)[other];
            of(scores, Measure::ResourceAllocation)[other] += share;
            of(scores, Measure::AdamicAdar)[other] += rarity;
        }
    }
    for (std::uint32_t other = 0; other < units(); ++other)
        of(scores, Measure::PreferentialAttachment)[other] =
            own * static_cast<double>(neighbours(other).size());
}

std::vector<Scores> TiePredictor::score(std::span<const std::uint32_t> from,
                                        const algorithms::Work& work) const {
    std::vector<Scores> found(from.size());
    auto katz = walks_.katz(from, work);
    auto ranks = walks_.page_rank(from, work);
    for (std::size_t at = 0; at < from.size(); ++at) {
        score_nearby(from[at], found[at]);
        of(found[at], Measure::Katz) = std::move(katz[at]);
        of(found[at], Measure::PageRank) = std::move(ranks[at]);
        add_path_similarity(from[at], of(found[at], Measure::PathSimilarity));
    }
    return found;
}

void TiePredictor::add_path_similarity(std::uint32_t unit, std::vector<double>& scores) const {
    for (const auto& [theme, own] : themes_.of(unit))
        for (const auto& [other, count] : units_of_theme_.of(theme)) scores[other] += own * count;
    for (std::uint32_t other = 0; other < units(); ++other) {
        const auto both = own_paths_[unit] + own_paths_[other];
        scores[other] = both > 0 ? 2 * scores[other] / both : 0;
    }
}

void score_each(const TiePredictor& predictor, std::span<const std::uint32_t> units,
                const algorithms::Work& work,
                const std::function<void(std::uint32_t, const Scores&)>& body) {
    const algorithms::Workers workers{work};
    const auto together = walk_lanes * workers.count();
    for (std::size_t begin = 0; begin < units.size(); begin += together) {
        const auto some = units.subspan(begin, std::min(together, units.size() - begin));
        std::vector<Scores> scores(some.size());
        workers.each_range(
            some.size(), walk_lanes, [&](std::size_t first, std::size_t last, unsigned) {
                auto found = predictor.score(some.subspan(first, last - first), work);
                std::ranges::move(found, scores.begin() + static_cast<std::ptrdiff_t>(first));
            });
        for (std::size_t at = 0; at < some.size(); ++at) body(some[at], scores[at]);
    }
}

std::shared_ptr<const TiePredictor> tie_predictor(const Snapshot& snapshot,
                                                  const CountedPointer& counted) {
    static LastMade<CountedPointer, TiePredictor> last{1};
    return shared_of(last, snapshot, counted, [&] {
        return std::make_shared<const TiePredictor>(counted->projection, counted->ties);
    });
}

std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t at) { return values[at]; });
    std::vector<double> found(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        auto end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
        const auto shared = static_cast<double>(begin + end + 1) / 2;
        for (; begin < end; ++begin) found[order[begin]] = shared;
    }
    return found;
}

} // namespace lintas::collaboration
