#include "graph/collaboration/tie_candidates.h"
#include "graph/collaboration/tie_prediction.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace lintas::collaboration {

namespace {

// A unit from which its ties are scored.
struct SharedEnd {
    std::uint32_t unit;
    std::vector<std::size_t> ties;
    std::size_t unscored = 0;
};

// All ends of all ties, by unit.
std::vector<SharedEnd> ends_of(const std::vector<LikelyTie>& ties) {
    std::map<std::uint32_t, std::vector<std::size_t>> ties_of;
    for (std::size_t at = 0; at < ties.size(); ++at)
        for (const auto unit : {ties[at].left, ties[at].right}) ties_of[unit].push_back(at);
    std::vector<SharedEnd> ends;
    for (auto& [unit, own] : ties_of) {
        const auto count = own.size();
        ends.push_back({unit, std::move(own), count});
    }
    return ends;
}

// Each tie at one of its ends: a few ends for many ties, since walks from an end cost the same for
// one tie and for all.
std::vector<SharedEnd> few_ends(const std::vector<LikelyTie>& ties) {
    auto ends = ends_of(ties);
    std::vector<std::uint8_t> is_scored(ties.size());
    std::vector<SharedEnd> found;
    for (;;) {
        const auto most = std::ranges::max_element(ends, {}, &SharedEnd::unscored);
        if (most == ends.end() || most->unscored == 0) return found;
        std::erase_if(most->ties, [&](std::size_t tie) { return is_scored[tie] != 0; });
        for (const auto tie : most->ties) {
            is_scored[tie] = 1;
            for (const auto unit : {ties[tie].left, ties[tie].right})
                --std::ranges::lower_bound(ends, unit, {}, &SharedEnd::unit)->unscored;
        }
        found.push_back(std::move(*most));
        most->unscored = 0;
    }
}

// All measures are the same from both ends but PageRank, where a walk and the same walk back differ
// by the degrees of their starts.
void score(LikelyTie& tie, std::uint32_t from, const Scores& scores,
           const TiePredictor& predictor) {
    const auto is_left = from == tie.left;
    for (std::size_t measure = 0; measure < measure_count; ++measure)
        tie.scores[measure] = scores[measure][is_left ? tie.right : tie.left];
    if (is_left) return;
    tie.scores[static_cast<std::size_t>(Measure::PageRank)] *=
        static_cast<double>(predictor.neighbours(tie.right).size()) /
        static_cast<double>(predictor.neighbours(tie.left).size());
}

void score_all(std::vector<LikelyTie>& ties, const TiePredictor& predictor,
               const algorithms::Work& work) {
    const auto ends = few_ends(ties);
    std::vector<std::uint32_t> units;
    for (const auto& end : ends) units.push_back(end.unit);
    auto end = ends.begin();
    score_each(predictor, units, work, [&](std::uint32_t unit, const Scores& scores) {
        for (const auto tie : end->ties) score(ties[tie], unit, scores, predictor);
        ++end;
    });
}

void rank_all(std::vector<LikelyTie>& ties) {
    for (auto& tie : ties) tie.mean_rank = 0;
    double measures = 0;
    for (std::size_t measure = 0; measure < measure_count; ++measure) {
        if (!is_ranked(static_cast<Measure>(measure))) continue;
        ++measures;
        std::vector<double> values;
        for (const auto& tie : ties) values.push_back(tie.scores[measure]);
        const auto places = ranks(values);
        for (std::size_t at = 0; at < ties.size(); ++at) ties[at].mean_rank += std::log(places[at]);
    }
    for (auto& tie : ties) tie.mean_rank = std::exp(tie.mean_rank / measures);
}

} // namespace

std::vector<LikelyTie> likely_ties(const Projection& projection, const TiePredictor& predictor,
                                   const LikelyTieOptions& options, const algorithms::Work& work) {
    auto ties = tie_candidates(projection, predictor, options, work);
    score_all(ties, predictor, work);
    rank_all(ties);
    std::ranges::stable_sort(ties, {}, &LikelyTie::mean_rank);
    if (ties.size() > options.most) ties.resize(options.most);
    return ties;
}

} // namespace lintas::collaboration
