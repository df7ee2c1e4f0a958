// Gathers the fields of one CSV column, row by row, as a typed Column.
//
// Invariant: all builders of a batch hold the same number of rows between rows; a row that turns
// out to be faulty is taken back with truncate(). String views look into the CSV reader's memory.
#pragma once

#include "graph/column.h"
#include "loaders/csv_header.h"
#include "loaders/csv_reader.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace lintas::loaders {

class ColumnBuilder {
public:
    virtual ~ColumnBuilder() = default;

    // False, with nothing added, if the text is not of the column's type. An empty field without
    // quotes is null; so is an empty quoted one of any type but string.
    virtual bool append(const CsvField& field) = 0;
    virtual void truncate(std::size_t rows) = 0;
    // The rows as a column; the builder is empty afterwards. Nothing if all are null.
    virtual std::optional<Column> take() = 0;
};

std::unique_ptr<ColumnBuilder> make_column_builder(const HeaderColumn& column, char list_delimiter);

} // namespace lintas::loaders
