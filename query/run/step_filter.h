// The predicate on each relationship of a variable-length part, for many relationships at once.
#pragma once

#include "query/plan/expression.h"
#include "query/run/batch.h"
#include "query/run/run_context.h"

#include <vector>

namespace lintas::query {

// One relationship of a walk and the node it leads to.
struct WalkStep {
    RelationshipId relationship;
    NodeId node;
};

class StepFilter {
public:
    // `predicate` may be nullptr: everything passes. Both outlive the filter.
    StepFilter(const Expression* predicate, Slot relationship, RunContext& context)
        : predicate_{predicate}, relationship_{relationship}, context_{context} {}

    // The row of a batch whose other slots the predicate may read. The batch stays where it is.
    void start(const Batch& batch, std::uint32_t row) {
        batch_ = &batch;
        row_ = row;
    }

    bool is_set() const { return predicate_ != nullptr; }
    // Removes the steps from place `first` on for which the predicate is not true.
    void keep_passing(std::vector<WalkStep>& steps, std::size_t first) const;

private:
    const Expression* predicate_;
    Slot relationship_;
    RunContext& context_;
    const Batch* batch_ = nullptr;
    std::uint32_t row_ = 0;
};

} // namespace lintas::query
