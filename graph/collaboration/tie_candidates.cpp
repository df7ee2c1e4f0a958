#include "graph/collaboration/tie_candidates.h"

#include "graph/algorithms/workers.h"

#include <algorithm>
#include <span>
#include <utility>

namespace lintas::collaboration {

namespace {

struct Candidate {
    std::uint32_t left;
    std::uint32_t right;
    double allocated;
};

bool comes_before(const Candidate& one, const Candidate& other) {
    if (one.allocated != other.allocated) return one.allocated > other.allocated;
    return std::pair{one.left, one.right} < std::pair{other.left, other.right};
}

// What a unit allocates along each of its ties.
double share_of(const TiePredictor& predictor, std::uint32_t unit) {
    return 1 / static_cast<double>(predictor.neighbours(unit).size());
}

// The best pairs of the units that one thread looked at.
class Candidates {
public:
    Candidates(const Projection& projection, const TiePredictor& predictor,
               const LikelyTieOptions& options, const std::vector<std::uint8_t>& is_unit)
        : projection_{projection}, predictor_{predictor}, options_{options}, is_unit_{is_unit},
          allocated_(predictor.units()) {}

    // Below, a pair would not be among the best.
    double least() const { return least_; }

    void add_from(std::uint32_t unit) {
        for (const auto between : predictor_.neighbours(unit)) {
            const auto share = share_of(predictor_, between);
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
        if (found_.size() > 2 * options_.candidates) keep_best();
    }

    void add(const Candidates& others) {
        found_.insert(found_.end(), others.found_.begin(), others.found_.end());
    }

    std::span<const Candidate> best() {
        keep_best();
        return found_;
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
    const std::vector<std::uint8_t>& is_unit_;
    std::vector<double> allocated_; // by the unit at hand to each other, 0 between units
    std::vector<std::uint32_t> nearby_;
    double least_ = 0;
    std::vector<Candidate> found_;
};

// Units with what their neighbours allocate to all together, which no pair exceeds: both are
// summed in the order of the neighbours, so rounding does not turn them round.
std::vector<std::pair<double, std::uint32_t>> by_most_allocated(const TiePredictor& predictor,
                                                                const LikelyTieOptions& options) {
    std::vector<std::pair<double, std::uint32_t>> found;
    for (const auto unit : options.units) {
        double most = 0;
        for (const auto between : predictor.neighbours(unit)) most += share_of(predictor, between);
        found.emplace_back(most, unit);
    }
    std::ranges::sort(found, std::ranges::greater{});
    return found;
}

} // namespace

std::vector<LikelyTie> tie_candidates(const Projection& projection, const TiePredictor& predictor,
                                      const LikelyTieOptions& options,
                                      const algorithms::Work& work) {
    constexpr std::size_t grain = 16;
    std::vector<std::uint8_t> is_unit(predictor.units());
    for (const auto unit : options.units) is_unit[unit] = 1;
    const algorithms::Workers workers{work};
    std::vector<Candidates> of_threads(workers.count(),
                                       Candidates{projection, predictor, options, is_unit});
    const auto units = by_most_allocated(predictor, options);
    workers.each_range(units.size(), grain,
                       [&](std::size_t begin, std::size_t end, unsigned thread) {
                           auto& own = of_threads[thread];
                           for (auto at = begin; at < end && units[at].first >= own.least(); ++at)
                               own.add_from(units[at].second);
                       });
    auto& all = of_threads.front();
    for (const auto& others : std::span{of_threads}.subspan(1)) all.add(others);
    std::vector<LikelyTie> ties;
    for (const auto& pair : all.best()) ties.push_back({pair.left, pair.right});
    std::ranges::sort(ties, {}, [](const LikelyTie& tie) {
        return std::pair{tie.left, tie.right};
    });
    return ties;
}

} // namespace lintas::collaboration
