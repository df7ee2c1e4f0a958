// The rows of a CSV file that share their labels, or their type, while a batch is gathered.
//
// Invariant: between rows all columns hold `rows` rows; append() leaves a faulty row out.
#pragma once

#include "loaders/csv_batch.h"
#include "loaders/csv_column.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lintas::loaders {

// One column that becomes a property.
struct PropertyField {
    std::size_t field = 0; // its place in the row
    KeyId key{};
    HeaderColumn column;
};

class CsvPart {
public:
    CsvPart(std::vector<std::string> names, const std::vector<PropertyField>& fields,
            char list_delimiter);

    // The place among the properties whose text is not of its column's type, or nothing when the
    // row was added.
    std::optional<std::size_t> append(const CsvRecord& record);
    // Takes the last row back.
    void drop_last();

    std::size_t rows() const { return rows_; }
    // The rows as a batch; the part is empty afterwards.
    CsvBatch take(const std::vector<std::shared_ptr<const void>>& owners);

    std::vector<std::uint32_t> ids; // see CsvBatch
    Nodes sources;
    Nodes targets;

private:
    void truncate(std::size_t rows);

    std::vector<std::string> names_;
    const std::vector<PropertyField>& fields_;
    std::vector<std::unique_ptr<ColumnBuilder>> builders_;
    std::size_t rows_ = 0;
};

} // namespace lintas::loaders
