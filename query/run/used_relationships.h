// The relationships that earlier parts of the same MATCH use and that a step must not use again.
//
// Invariant: a slot holds a relationship, a list of relationships, or null (nothing).
#pragma once

#include "query/run/batch.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::query {

class UsedRelationships {
public:
    explicit UsedRelationships(const std::vector<Slot>& slots) : slots_{slots} {}

    // Reads the slots of a new batch.
    void start(const Batch& batch);

    // Is there anything that must not be used again, in any row?
    bool any() const { return !relationships_.empty(); }
    std::span<const RelationshipId> of(std::size_t row) const {
        if (relationships_.empty()) return {};
        return std::span{relationships_}.subspan(starts_[row], starts_[row + 1] - starts_[row]);
    }

private:
    const std::vector<Slot>& slots_;
    std::vector<std::uint32_t> starts_; // by row, and the end
    Relationships relationships_;
};

} // namespace lintas::query
