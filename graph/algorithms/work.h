// What a long computation asks of whoever wants its answer: may it go on?
//
// Invariant: check() may be called by many threads at once. Algorithms call it at least once for
// each few thousand steps, so that deadlines and cancellations end them soon.
#pragma once

#include <cstdint>

namespace lintas::algorithms {

// Between two checks, where steps are short.
constexpr std::uint32_t steps_a_check = 4096;

class Work {
public:
    virtual ~Work() = default;
    // Throws Limit after the deadline or a cancellation.
    virtual void check() const = 0;
};

// For whoever sets no limit.
class Unlimited final : public Work {
public:
    void check() const override {}
};

} // namespace lintas::algorithms
