// The ties that came after some years, for whoever wants to know how well they were foretold.
//
// Invariant: the same seed takes the same sample; of the years after the training only the ties
// that came are looked at.
#pragma once

#include "graph/collaboration/counted.h"
#include "graph/collaboration/evaluation.h"

#include <functional>
#include <set>
#include <vector>

namespace lintas::collaboration {

class NewTies {
public:
    NewTies(const Reader& reader, const EvaluationOptions& options);

    // What was known: institutions up to the last year of training.
    const CountedPointer& counted() const { return counted_; }
    const Projection& train() const { return counted_->projection; }
    // The new partners of each unit.
    const std::vector<std::set<std::uint32_t>>& of_units() const { return came_; }
    // May the two be a new tie?
    bool is_open(std::uint32_t unit, std::uint32_t other) const;
    // Random units with new ties, of those that `may_be` lets through.
    std::vector<std::uint32_t> sample(const EvaluationOptions& options,
                                      const std::function<bool(std::uint32_t)>& may_be) const;

private:
    CountedPointer counted_;
    bool across_countries_;
    std::vector<std::set<std::uint32_t>> came_;
};

} // namespace lintas::collaboration
