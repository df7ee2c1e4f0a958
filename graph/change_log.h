// What the newest commits have touched, for stores to answer touched_since() from.
//
// Invariant: holds an unbroken run of versions up to the newest. The oldest are forgotten when
// there is too much to remember. Thread-safe.
#pragma once

#include "graph/touched.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>

namespace lintas {

class ChangeLog {
public:
    // `most`: how many touched entities are remembered, over all commits.
    explicit ChangeLog(std::size_t most = 1'000'000) : most_{most} {}

    // What made the state `version` of the state `before`. What was recorded before is forgotten
    // unless it ends in that state.
    void record(std::uint64_t before, std::uint64_t version, Touched touched);

    // Appends what the commits between two states touched. False, with nothing appended, if one of
    // them is not remembered.
    bool collect(std::uint64_t after, std::uint64_t until, Touched& out) const;

private:
    struct Commit {
        std::uint64_t before;
        std::uint64_t version;
        Touched touched;
    };

    std::size_t most_;
    mutable std::mutex guard_; // of all below
    std::deque<Commit> commits_;
    std::size_t held_ = 0;
};

// Appends a transaction's own writes that the mark does not know yet, and moves the mark.
void collect_own(const Touched& own, TouchedMark& mark, Touched& out);

} // namespace lintas
