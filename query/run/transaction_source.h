// Where a step that commits by itself gets its transactions from.
#pragma once

#include "graph/store.h"

#include <memory>

namespace lintas::query {

class RunContext;

// Of one part of a statement. Destroyed without commit() it leaves no trace.
class PartTransaction {
public:
    virtual ~PartTransaction() = default;
    virtual const Snapshot& graph() const = 0;
    // Lets the steps that run in `part` change the graph. This outlives `part`.
    virtual void enter(RunContext& part) = 0;
    virtual void commit() = 0;
};

class TransactionSource {
public:
    virtual ~TransactionSource() = default;
    // Waits for the writer before it.
    virtual std::unique_ptr<PartTransaction> begin() = 0;
    // From now on the statement itself sees the newest state.
    virtual void show_newest() = 0;
};

} // namespace lintas::query
