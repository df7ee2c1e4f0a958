// What PROFILE measures: for each step of a plan the rows it gave, what it read from the store, and
// the time it took, without the steps below it.
//
// Invariant: at any time what is read and the time that passes count for one step, or for none.
#pragma once

#include "query/plan/plan.h"

#include <chrono>
#include <cstdint>
#include <unordered_map>

namespace lintas::query {

struct StepProfile {
    std::uint64_t rows = 0;
    std::uint64_t store_hits = 0; // entities, properties, labels and relationships asked for
    std::chrono::nanoseconds time{0};
};

class Profile {
public:
    using Clock = std::chrono::steady_clock;

    // From now on everything counts for this step (nullptr: for none). Returns the step before it.
    StepProfile* enter(StepProfile* step) {
        const auto now = Clock::now();
        if (current_ != nullptr) current_->time += now - since_;
        since_ = now;
        return std::exchange(current_, step);
    }
    void hit(std::uint64_t count) {
        if (current_ != nullptr) current_->store_hits += count;
    }
    StepProfile& of(const Plan& plan) { return steps_[&plan]; }
    // nullptr where the step never ran.
    const StepProfile* find(const Plan& plan) const {
        const auto found = steps_.find(&plan);
        return found == steps_.end() ? nullptr : &found->second;
    }

private:
    std::unordered_map<const Plan*, StepProfile> steps_;
    StepProfile* current_ = nullptr;
    Clock::time_point since_;
};

} // namespace lintas::query
