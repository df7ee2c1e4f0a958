#include "graph/collaboration/evaluation.h"

#include "graph/collaboration/counted.h"
#include "graph/collaboration/new_ties.h"
#include "graph/collaboration/ranking_quality.h"
#include "graph/collaboration/tie_prediction.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lintas::collaboration {

namespace {

// The means come after the measures.
constexpr std::string_view names_of_means[] = {"meanRank", "arithmeticMeanRank"};
constexpr std::size_t scored_count = measure_count + std::size(names_of_means);

// Adds the geometric and the arithmetic mean of the ranks by the measures that count, as far as
// their order goes: more is better.
void add_mean_ranks(std::vector<std::vector<double>>& scores) {
    std::vector<double> geometric(scores.front().size());
    std::vector<double> arithmetic(geometric.size());
    for (std::size_t measure = 0; measure < measure_count; ++measure) {
        if (!is_ranked(static_cast<Measure>(measure))) continue;
        const auto places = ranks(scores[measure]);
        for (std::size_t at = 0; at < places.size(); ++at) {
            geometric[at] -= std::log(places[at]);
            arithmetic[at] -= places[at];
        }
    }
    scores.push_back(std::move(geometric));
    scores.push_back(std::move(arithmetic));
}

std::string name_of_scored(std::size_t number) {
    return std::string{number < measure_count ? name(static_cast<Measure>(number))
                                              : names_of_means[number - measure_count]};
}

} // namespace

Evaluation evaluate_prediction(const Reader& reader, const EvaluationOptions& options,
                               const algorithms::Work& work) {
    const NewTies ties{reader, options};
    const auto& train = ties.train();
    const auto& came = ties.of_units();
    const auto shared = tie_predictor(reader.snapshot(), ties.counted());
    const auto& predictor = *shared;
    const auto sampled = ties.sample(options, [](std::uint32_t) { return true; });

    Evaluation found;
    found.units = sampled.size();
    RankingQuality quality{scored_count, options.k};
    score_each(predictor, sampled, work, [&](std::uint32_t unit, const Scores& all) {
        std::vector<std::uint8_t> is_new;
        std::vector<std::vector<double>> scores(measure_count);
        for (std::uint32_t other = 0; other < train.units.size(); ++other) {
            if (!ties.is_open(unit, other)) continue;
            is_new.push_back(came[unit].contains(other) ? 1 : 0);
            found.new_ties += is_new.back();
            for (std::size_t measure = 0; measure < measure_count; ++measure)
                scores[measure].push_back(all[measure][other]);
        }
        add_mean_ranks(scores);
        quality.add(is_new, scores);
    });
    found.pairs = quality.pairs();
    for (std::size_t number = 0; number < scored_count; ++number)
        found.measures.push_back(
            {name_of_scored(number), quality.area(number), quality.precision(number)});
    return found;
}

} // namespace lintas::collaboration
