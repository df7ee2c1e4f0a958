// Which two units without a tie are likely to have one, by what is around them.
//
// Invariant: the same counts give the same scores. Preferential attachment is shown and never used
// for ranks, since it only favours whoever is large.
#pragma once

#include "graph/algorithms/work.h"
#include "graph/collaboration/counted.h"
#include "graph/collaboration/tie_walks.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace lintas::collaboration {

enum class Measure : std::uint8_t {
    CommonNeighbours,       // how many z are tied to both
    ResourceAllocation,     // the sum of 1/d_z (Zhou, Lü and Zhang 2009)
    AdamicAdar,             // the sum of 1/ln d_z (Adamic and Adar 2003)
    Katz,                   // walks, each tie weighing half of what would diverge (Katz 1953)
    PageRank,               // personalised, 0.85
    PathSimilarity,         // 2 p_xy / (p_xx + p_yy) over topics and challenges (Sun 2011)
    PreferentialAttachment, // d_x d_y
};
inline constexpr std::size_t measure_count = 7;
std::string_view name(Measure measure);
// Does it count for the mean rank?
bool is_ranked(Measure measure);

// The scores of one unit with all others, by measure.
using Scores = std::array<std::vector<double>, measure_count>;

class TiePredictor {
public:
    TiePredictor(const Projection& projection, algorithms::ProjectedGraph ties);
    TiePredictor(const TiePredictor&) = delete; // the walks go along its own ties

    std::size_t units() const { return graph_.size(); }
    std::span<const std::uint32_t> neighbours(std::uint32_t unit) const {
        return graph_.out().row(unit);
    }
    bool are_tied(std::uint32_t left, std::uint32_t right) const {
        return graph_.out().has(left, right);
    }
    // Scores by common neighbours alone, which is quick.
    void score_nearby(std::uint32_t unit, Scores& scores) const;
    // By all measures, of at most walk_lanes units; may be called by many threads at once.
    std::vector<Scores> score(std::span<const std::uint32_t> units,
                              const algorithms::Work& work) const;

private:
    void add_path_similarity(std::uint32_t unit, std::vector<double>& scores) const;

    algorithms::ProjectedGraph graph_;
    TieWalks walks_;
    Lists<Mention> themes_;         // of a unit: how often it works on each topic or challenge
    Lists<Mention> units_of_theme_; // the same the other way round
    std::vector<double> own_paths_; // p_xx
};

// Shared as what it is made of.
std::shared_ptr<const TiePredictor> tie_predictor(const Snapshot& snapshot,
                                                  const CountedPointer& counted);

struct LikelyTie {
    std::uint32_t left = nothing;
    std::uint32_t right = nothing;
    std::array<double, measure_count> scores{};
    double mean_rank = 0; // the geometric mean over the measures that are ranked, 1 is best
};

struct LikelyTieOptions {
    std::vector<std::uint32_t> units; // one end
    std::vector<std::uint8_t> others; // 1 for those that may be the other end
    bool across_countries = true;     // only ties between two countries
    std::size_t most = 50;
    std::size_t candidates = 400; // that are scored by all measures
};

// The likeliest ties that are not there, the best mean rank first.
std::vector<LikelyTie> likely_ties(const Projection& projection, const TiePredictor& predictor,
                                   const LikelyTieOptions& options, const algorithms::Work& work);

// Calls body(unit, scores) for these units in their order, scored by all measures on all threads.
void score_each(const TiePredictor& predictor, std::span<const std::uint32_t> units,
                const algorithms::Work& work,
                const std::function<void(std::uint32_t, const Scores&)>& body);

// Ranks from 1 for the highest; equal values share the mean of their ranks.
std::vector<double> ranks(const std::vector<double>& values);

} // namespace lintas::collaboration
