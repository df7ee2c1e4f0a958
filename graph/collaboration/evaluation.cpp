#include "graph/collaboration/evaluation.h"

#include "graph/algorithms/random.h"
#include "graph/collaboration/tie_graph.h"
#include "graph/collaboration/tie_prediction.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace lintas::collaboration {

namespace {

// The means come after the measures.
constexpr std::string_view names_of_means[] = {"meanRank", "arithmeticMeanRank"};
constexpr std::size_t scored_count = measure_count + std::size(names_of_means);

// Of one sampled unit: for each candidate whether the tie came, and its scores.
class Quality {
public:
    explicit Quality(std::size_t k) : k_{k}, precision_(scored_count), pairs_(precision_.size()) {}

    void add(const std::vector<std::uint8_t>& came,
             const std::vector<std::vector<double>>& scores) {
        for (std::size_t measure = 0; measure < scores.size(); ++measure) {
            add_precision(came, scores[measure], precision_[measure]);
            auto& all = pairs_[measure];
            for (std::size_t at = 0; at < came.size(); ++at)
                all.emplace_back(scores[measure][at], came[at]);
        }
        ++units_;
    }

    double precision(std::size_t measure) const {
        return units_ == 0 ? 0 : precision_[measure] / static_cast<double>(units_);
    }
    // The Mann-Whitney statistic over all pairs.
    double area(std::size_t measure) const {
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
    std::uint64_t pairs() const { return pairs_.front().size(); }

private:
    void add_precision(const std::vector<std::uint8_t>& came, const std::vector<double>& scores,
                       double& sum) const {
        std::vector<std::size_t> order(came.size());
        for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
        const auto shown = std::min(k_, order.size());
        std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(shown),
                                  [&](std::size_t one, std::size_t other) {
                                      return scores[one] != scores[other]
                                                 ? scores[one] > scores[other]
                                                 : one < other;
                                  });
        double hits = 0;
        for (std::size_t at = 0; at < shown; ++at) hits += came[order[at]];
        if (shown > 0) sum += hits / static_cast<double>(shown);
    }

    std::size_t k_;
    std::size_t units_ = 0;
    std::vector<double> precision_;
    std::vector<std::vector<std::pair<double, std::uint8_t>>> pairs_;
};

// The new partners of each unit of the training years, by its units.
std::vector<std::set<std::uint32_t>> new_ties(const Projection& train,
                                              const TiePredictor& predictor, const Projection& test,
                                              bool across_countries) {
    std::vector<std::uint32_t> number(test.units.size(), nothing);
    for (std::uint32_t unit = 0; unit < number.size(); ++unit)
        number[unit] = train.find_unit(test.units[unit]);
    std::vector<std::set<std::uint32_t>> found(train.units.size());
    for (const auto& pair : count(test).pairs) {
        const auto left = number[pair.left];
        const auto right = number[pair.right];
        if (left == nothing || right == nothing || predictor.are_tied(left, right)) continue;
        if (across_countries && train.countries[left] == train.countries[right]) continue;
        found[left].insert(right);
        found[right].insert(left);
    }
    return found;
}

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

Evaluation evaluate_prediction(std::shared_ptr<const Network> network,
                               const EvaluationOptions& options, const algorithms::Work& work) {
    auto scope = options.scope;
    scope.unit = Unit::Institution;
    scope.from_year = {};
    scope.to_year = options.train_to;
    const auto train = project(network, scope);
    scope.from_year = options.test_from;
    scope.to_year = options.test_to;
    const auto test = project(network, scope);
    const TiePredictor predictor{train, tie_graph(train, count(train), TieWeight::None)};
    const auto came = new_ties(train, predictor, test, options.across_countries);

    std::vector<std::uint32_t> sampled;
    for (std::uint32_t unit = 0; unit < came.size(); ++unit)
        if (!came[unit].empty()) sampled.push_back(unit);
    algorithms::Random random{options.seed};
    random.shuffle(std::span{sampled});
    if (sampled.size() > options.sample) sampled.resize(options.sample);

    Evaluation found;
    found.units = sampled.size();
    Quality quality{options.k};
    score_each(predictor, sampled, work, [&](std::uint32_t unit, const Scores& all) {
        std::vector<std::uint8_t> is_new;
        std::vector<std::vector<double>> scores(measure_count);
        for (std::uint32_t other = 0; other < train.units.size(); ++other) {
            if (other == unit || predictor.are_tied(unit, other) ||
                (options.across_countries && train.countries[unit] == train.countries[other]))
                continue;
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
