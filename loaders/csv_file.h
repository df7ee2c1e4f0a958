// A CSV file that is ready to be read: its header is understood and its delimiter known.
//
// Invariant: `name` is not empty for a relationship file without a :TYPE column.
#pragma once

#include "loaders/csv_header.h"
#include "loaders/input.h"
#include "loaders/load_options.h"

#include <memory>
#include <string>

namespace lintas::loaders {

struct CsvFile {
    Input input;
    char delimiter = ',';
    CsvHeader header;
    // Where the rows do not say it: the label of the nodes (empty: none), the relationships' type.
    std::string name;

    // A reader that stands behind the header.
    std::unique_ptr<CsvReader> read() const;
};

// Input error if the header is missing or wrong.
CsvFile open_csv(const Input& input, const LoadOptions& options);

// What a file's name says of its nodes or relationships: `Person.csv`, `Person_0_0.csv` and
// `Person.part2.csv` hold `Person`; `AUTHORED.Researcher.Publication.csv` and, between the groups
// of its ends, `Person_knows_Person.csv` hold `AUTHORED` and `knows`.
std::string name_from_file(const std::string& file_name, const CsvHeader& header);

} // namespace lintas::loaders
