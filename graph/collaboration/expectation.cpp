#include "graph/collaboration/expectation.h"

#include "graph/collaboration/indicators.h"

namespace lintas::collaboration {

Expectation::Expectation(NullModel null, const Projection& projection, const Counts& counts,
                         const algorithms::Work& work)
    : null_{null}, projection_{projection}, counts_{counts}, log_factorials_{counts.events} {
    if (null == NullModel::Gravity) gravity_.emplace(projection, counts, work);
}

double Expectation::whole(const Pair& pair) const {
    switch (null_) {
    case NullModel::Hypergeometric:
        return counts_.events == 0 ? 0
                                   : static_cast<double>(counts_.unit_events[pair.left]) *
                                         static_cast<double>(counts_.unit_events[pair.right]) /
                                         static_cast<double>(counts_.events);
    case NullModel::Configuration:
        return expectation_without_self_pairs(
                   {0, counts_.strengths[pair.left], counts_.strengths[pair.right], counts_.total})
            .value_or(0);
    case NullModel::Gravity: return gravity_->expected(pair.left, pair.right);
    }
    return 0;
}

Expected Expectation::of(const Pair& pair) const {
    Expected expected;
    expected.whole = whole(pair);
    // Fractions are compared with what remains of the whole events when all are counted so.
    const auto scale = projection_.options.counting == Counting::Fractional && counts_.total > 0
                           ? counts_.fractional_total / counts_.total
                           : 1.0;
    expected.value = expected.whole * scale;
    expected.tails =
        null_ == NullModel::Hypergeometric
            ? hypergeometric_tails(pair.joint, counts_.events, counts_.unit_events[pair.left],
                                   counts_.unit_events[pair.right], log_factorials_)
            : poisson_tails(pair.joint, expected.whole);
    return expected;
}

std::vector<Coefficient> Expectation::coefficients() const {
    return gravity_ ? gravity_->coefficients() : std::vector<Coefficient>{};
}

} // namespace lintas::collaboration
