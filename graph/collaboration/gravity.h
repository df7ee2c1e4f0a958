// The gravity expectation: joint events of two units from the events of each, the distance between
// them and what they share, fitted to all pairs by Poisson pseudo-likelihood:
// ln E = b0 + b1 ln n_i + b2 ln n_j + b3 ln km + b4 same region + b5 contiguous + b6 shared
// language (Hoekman, Frenken and Tijssen 2010). Since a pair has no order, b1 = b2.
//
// Invariant: what does not vary over the pairs, or is not known of all, is left out of the model.
#pragma once

#include "graph/algorithms/work.h"
#include "graph/collaboration/counts.h"

#include <optional>
#include <string>
#include <vector>

namespace lintas::collaboration {

struct Coefficient {
    std::string name;
    double value = 0;
};

class Gravity {
public:
    Gravity(const Projection& projection, const Counts& counts, const algorithms::Work& work);

    double expected(std::uint32_t left, std::uint32_t right) const;
    const std::vector<Coefficient>& coefficients() const { return coefficients_; }

private:
    std::vector<double> features(std::uint32_t left, std::uint32_t right) const;

    const Projection& projection_;
    const Counts& counts_;
    std::optional<Day> day_;
    std::vector<std::size_t> used_; // positions among the features
    std::vector<Coefficient> coefficients_;
};

// Fits ln E = x b by iteratively reweighted least squares. `rows` are as wide as the result.
// Internal columns that depend on others get the coefficient 0.
std::vector<double> fit_poisson(const std::vector<std::vector<double>>& rows,
                                const std::vector<double>& counts, const algorithms::Work& work);

} // namespace lintas::collaboration
