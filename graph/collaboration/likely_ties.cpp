#include "graph/collaboration/tie_prediction.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lintas::collaboration {

namespace {

// Pairs with the highest resource allocation, which is quick to find.
class Candidates {
public:
    Candidates(const Projection& projection, const TiePredictor& predictor,
               const LikelyTieOptions& options)
        : projection_{projection}, predictor_{predictor}, options_{options},
          is_unit_(predictor.units()), allocated_(predictor.units()) {
        for (const auto unit : options.units) is_unit_[unit] = 1;
    }

    void add_from(std::uint32_t unit) {
        for (const auto between : predictor_.neighbours(unit)) {
            const auto share = 1 / static_cast<double>(predictor_.neighbours(between).size());
            for (const auto other : predictor_.neighbours(between)) {
                if (allocated_[other] == 0) nearby_.push_back(other);
                allocated_[other] += share;
            }
        }
        for (const auto other : nearby_) {
            const auto allocated = std::exchange(allocated_[other], 0);
            if (allocated >= least_ && may_be(unit, other))
                found_.push_back({unit, other, allocated});
        }
        nearby_.clear();
        if (found_.size() > 8 * options_.candidates) keep_best();
    }

    std::vector<LikelyTie> take() {
        keep_best();
        std::vector<LikelyTie> ties;
        for (const auto& pair : found_) ties.push_back({pair.left, pair.right});
        return ties;
    }

private:
    bool may_be(std::uint32_t unit, std::uint32_t other) const {
        if (other == unit || options_.others[other] == 0 || predictor_.are_tied(unit, other))
            return false;
        // What may be found from both ends is found from the smaller one.
        if (is_unit_[other] && options_.others[unit] && other < unit) return false;
        return !options_.across_countries ||
               projection_.countries[unit] != projection_.countries[other];
    }

    struct Candidate {
        std::uint32_t left;
        std::uint32_t right;
        double allocated;
    };

    static bool comes_before(const Candidate& one, const Candidate& other) {
        if (one.allocated != other.allocated) return one.allocated > other.allocated;
        return std::pair{one.left, one.right} < std::pair{other.left, other.right};
    }

    void keep_best() {
        if (found_.size() <= options_.candidates) return;
        const auto end = found_.begin() + static_cast<std::ptrdiff_t>(options_.candidates);
        std::ranges::nth_element(found_, end - 1, comes_before);
        least_ = (end - 1)->allocated;
        found_.erase(end, found_.end());
    }

    const Projection& projection_;
    const TiePredictor& predictor_;
    const LikelyTieOptions& options_;
    std::vector<std::uint8_t> is_unit_;
    std::vector<double> allocated_; // by the unit at hand to each other, 0 between units
    std::vector<std::uint32_t> nearby_;
    double least_ = 0; // below, a candidate would not stay
    std::vector<Candidate> found_;
};

void score_all(std::vector<LikelyTie>& ties, const TiePredictor& predictor,
               const algorithms::Work& work) {
    std::ranges::stable_sort(ties, {}, [](const LikelyTie& tie) {
        return std::pair{tie.left, tie.right};
    });
    std::vector<std::uint32_t> lefts;
    for (const auto& tie : ties)
        if (lefts.empty() || lefts.back() != tie.left) lefts.push_back(tie.left);
    auto tie = ties.begin();
    score_each(predictor, lefts, work, [&](std::uint32_t left, const Scores& scores) {
        for (; tie != ties.end() && tie->left == left; ++tie)
            for (std::size_t measure = 0; measure < measure_count; ++measure)
                tie->scores[measure] = scores[measure][tie->right];
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
    Candidates candidates{projection, predictor, options};
    for (const auto unit : options.units) {
        work.check();
        candidates.add_from(unit);
    }
    auto ties = candidates.take();
    score_all(ties, predictor, work);
    rank_all(ties);
    std::ranges::stable_sort(ties, {}, &LikelyTie::mean_rank);
    if (ties.size() > options.most) ties.resize(options.most);
    return ties;
}

} // namespace lintas::collaboration
