// What to expect of two units if nothing but their sizes (or also their distance) mattered, and how
// unlikely what was observed is then.
#pragma once

#include "graph/algorithms/work.h"
#include "graph/collaboration/counts.h"
#include "graph/collaboration/distributions.h"
#include "graph/collaboration/gravity.h"

#include <optional>
#include <vector>

namespace lintas::collaboration {

enum class NullModel : std::uint8_t { Hypergeometric, Configuration, Gravity };

struct Expected {
    double value = 0; // joint events, counted as the projection counts
    double whole = 0; // the same in whole events: what is tested and what power is judged by
    Tails tails;
};

class Expectation {
public:
    Expectation(NullModel null, const Projection& projection, const Counts& counts,
                const algorithms::Work& work);

    // For a pair that counts() gave.
    Expected of(const Pair& pair) const;
    // Of a gravity model; empty for the others.
    std::vector<Coefficient> coefficients() const;

private:
    double whole(const Pair& pair) const;

    NullModel null_;
    const Projection& projection_;
    const Counts& counts_;
    LogFactorials log_factorials_;
    std::optional<Gravity> gravity_;
};

} // namespace lintas::collaboration
