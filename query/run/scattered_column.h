// A column whose rows are found piece by piece, in any order.
#pragma once

#include "graph/column.h"
#include "query/run/batch.h"

namespace lintas::query {

class ScatteredColumn {
public:
    // Row i of `values` is row rows[i] of the whole. Each row of the whole is given at most once.
    void add(const RowNumbers& rows, const Column& values);
    // Rows that were never given are null.
    Column whole(std::size_t rows) const;

private:
    RowNumbers rows_;
    Column values_;
};

} // namespace lintas::query
