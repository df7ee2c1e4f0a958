// A transaction that statements write in, with the indexes as it sees them and the constraints that
// it keeps.
//
// Invariant: what is committed keeps to the constraints. A Writing does not outlive its
// transaction.
#pragma once

#include "graph/index/index_view.h"
#include "query/run/constraint_check.h"

namespace lintas::query {

class Writing {
public:
    Writing(std::shared_ptr<Indexes> indexes, Transaction& transaction);

    Transaction& transaction() const { return transaction_; }
    IndexView& indexes() { return view_; }

    // ConstraintValidationFailed if what the statement wrote breaks uniqueness.
    void end_statement();
    // ConstraintValidationFailed, and nothing is committed, if something lacks what it must have.
    // New indexes begin to be built afterwards.
    void commit();

private:
    Transaction& transaction_;
    IndexView view_;
    ConstraintCheck check_;
    Schema before_;
};

} // namespace lintas::query
