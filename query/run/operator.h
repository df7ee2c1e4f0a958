// A running step of a query: pulls batches from its inputs, hands batches to whoever pulls it.
//
// Invariant: next() returns false once and for ever; a batch it hands out has at least one row.
// Batches are of about batch_rows rows, never more than a few times that. An operator keeps no
// batch that it handed out.
#pragma once

#include "query/plan/plan.h"
#include "query/run/batch.h"
#include "query/run/run_context.h"

#include <memory>

namespace lintas::query {

class Operator {
public:
    virtual ~Operator() = default;
    virtual bool next(Batch& out) = 0;
};

using OperatorPointer = std::unique_ptr<Operator>;

// The one place where a plan step meets the operator that runs it. `argument` is what an
// ArgumentStep hands out, once; nullptr at the top of a query: a single row without columns.
// REQUIRES: plan, context and argument outlive the operator.
OperatorPointer build(const Plan& plan, RunContext& context, const Batch* argument = nullptr);

} // namespace lintas::query
