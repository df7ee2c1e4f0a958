// What a procedure answers: blocks of rows, one after the other, as columns.
//
// Invariant: next() returns false once and for ever; a block has as many columns as the procedure,
// all of one length, at least one row, and about batch_rows rows at most.
#pragma once

#include "graph/column.h"
#include "graph/value.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace lintas::query {

using ProcedureBlock = std::vector<Column>;
using ProcedureRows = std::vector<std::vector<Value>>;

class ProcedureAnswer {
public:
    virtual ~ProcedureAnswer() = default;
    virtual bool next(ProcedureBlock& out) = 0;
};

using ProcedureAnswerPointer = std::unique_ptr<ProcedureAnswer>;

// An answer that is there already: rows as wide as the procedure has columns, or whole columns.
ProcedureAnswerPointer answer_of(ProcedureRows rows);
ProcedureAnswerPointer answer_of(std::vector<Column> columns);

} // namespace lintas::query
