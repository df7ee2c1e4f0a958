// Reads the rows of a column as boxed values, without a copy where they are boxed already.
//
// Invariant: the column outlives the reader; a value stays valid until the next is read.
#pragma once

#include "graph/column.h"

#include <cstddef>

namespace lintas::query {

class ValueReader {
public:
    explicit ValueReader(const Column& column)
        : column_{column}, boxes_{column.get<Boxed>()}, constant_{plain_constant(column)} {}

    const Value& operator[](std::size_t row) {
        if (boxes_) return (*boxes_)[row];
        if (constant_) return constant_->value;
        return scratch_ = column_.value(row);
    }

private:
    static const Constant* plain_constant(const Column& column) {
        return column.may_be_null() ? nullptr : column.get<Constant>();
    }

    const Column& column_;
    const Boxed* boxes_;
    const Constant* constant_;
    Value scratch_;
};

} // namespace lintas::query
