// The rows of one CSV file as its header promises them, and what happens to those that are not so.
//
// Invariant: next() gives only rows with as many fields as the header. A faulty row either ends
// the load with an Input error that names file, line and column, or, where faults are tolerated,
// is rejected and counted.
#pragma once

#include "loaders/csv_file.h"
#include "loaders/csv_reader.h"
#include "loaders/rejects.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace lintas::loaders {

class CsvRows {
public:
    // REQUIRES: `file` and `rejects` outlive this.
    CsvRows(const CsvFile& file, Rejects& rejects, bool tolerate);

    bool next();
    const CsvRecord& row() const { return record_; }
    // Rows read so far, rejected ones as well.
    std::uint64_t count() const { return count_; }
    CsvReader& reader() { return *reader_; }

    // The row at hand cannot be used. `reason` is what rejected rows are counted by; `sentence`
    // says of the value in the column what is wrong and what is allowed.
    void reject(std::size_t column, std::string_view reason, std::string_view sentence);

private:
    void reject_row(std::string_view reason, std::string_view sentence, std::string_view value);

    const CsvFile& file_;
    Rejects& rejects_;
    bool tolerate_;
    std::string source_;
    std::unique_ptr<CsvReader> reader_;
    CsvRecord record_;
    std::uint64_t count_ = 0;
};

} // namespace lintas::loaders
