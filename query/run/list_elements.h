// The elements of the lists of all rows of a column, one after the other, in bounded chunks.
//
// Invariant: chunks keep the order of rows and of the elements in a row; a null row has none.
#pragma once

#include "graph/column.h"
#include "query/run/batch.h"
#include "query/run/value_reader.h"

#include <cstddef>
#include <string_view>

namespace lintas::query {

enum class NotAList { Refuse, IsItsOnlyElement };

class ListElements {
public:
    // `lists` must outlive this. `user` is who wants lists, for the message: "A list
    // comprehension".
    ListElements(const Column& lists, NotAList otherwise, std::string_view user);

    // The next elements, at most `limit`, and the row that each is of. False when none is left.
    // TypeError InvalidArgumentType for a row that is no list, if refused.
    bool next(std::size_t limit, RowNumbers& rows, Boxed& elements);

private:
    // Takes elements of the current row; moves on when the row is used up.
    void take_some(const Value& value, std::size_t limit, RowNumbers& rows, Boxed& elements);

    const Column& lists_;
    ValueReader values_;
    NotAList otherwise_;
    std::string_view user_;
    std::size_t row_ = 0;
    std::size_t at_ = 0; // next element of the row
};

} // namespace lintas::query
