// Do entities keep to the constraints: all of them when a constraint is made, those that a
// transaction touched when it writes.
//
// Invariant: uniqueness holds after each statement, presence and types at the commit. Null is never
// a duplicate, nor is a value that is not equal to itself.
#pragma once

#include "graph/index/index_view.h"

#include <functional>

namespace lintas::query {

class ConstraintCheck {
public:
    // Both outlive it. `view` is the transaction's.
    ConstraintCheck(const Transaction& transaction, IndexView& view);

    // What was touched since the last call keeps to what is unique. ConstraintValidationFailed,
    // which names the entities, otherwise.
    void check_statement();
    // All that was touched has what it must have, of the right type.
    void check_commit() const;

private:
    void check_unique(const ConstraintDefinition& constraint, const Touched& touched);

    const Transaction& transaction_;
    IndexView& view_;
    TouchedMark begun_;
    TouchedMark checked_;
};

// All entities keep to a new constraint. ConstraintVerificationFailed, which names the first that
// do not, otherwise. `check` is called again and again and may throw.
void verify_constraint(const Snapshot& snapshot, const ConstraintDefinition& constraint,
                       const std::function<void()>& check);

} // namespace lintas::query
