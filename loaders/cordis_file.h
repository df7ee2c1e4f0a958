// A table of CORDIS that is ready to be read, and its rows by the names of their columns.
//
// Invariant: all columns that the kind of table requires are there.
#pragma once

#include "loaders/cordis_table.h"
#include "loaders/csv_file.h"
#include "loaders/csv_reader.h"
#include "loaders/input.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lintas::loaders {

struct CordisFile {
    const CordisTable* table = nullptr;
    CsvFile csv;
    std::string name;      // what messages call it
    std::string seen_at;   // ISO date in the file's name, or empty
    std::string framework; // that the names of file and folder speak of: H2020, HORIZON, or empty
};

// Nothing if the file is no table of CORDIS. Input error for one that lacks a column, or is
// damaged.
std::optional<CordisFile> open_cordis(const Input& input);

// Is the file a table of CORDIS, or nearly one? Never throws for text of another kind.
bool recognises_cordis(const Input& input);

// The earlier a file, the less its rows count: by kind, then by date, then `_old_` before others.
bool reads_before(const CordisFile& left, const CordisFile& right);

// One row; lives as long as the record.
class CordisRow {
public:
    CordisRow(const CordisFile& file, const CsvRecord& record) : file_{file}, record_{record} {}

    const CordisFile& file() const { return file_; }
    std::uint64_t line() const { return record_.line; }
    // The cell without white space around it; empty if the table has no such column or the cell
    // says that the value is missing.
    std::string_view cell(std::string_view column) const;
    // The same, where `NA` is never "missing".
    std::string_view country() const;

private:
    std::string_view text(std::string_view column) const;

    const CordisFile& file_;
    const CsvRecord& record_;
};

} // namespace lintas::loaders
