// A CSV file that is ready to be read: its header is understood and its delimiter known.
//
// Invariant: `name` is not empty for a relationship file without a :TYPE column.
#pragma once

#include "loaders/csv_header.h"
#include "loaders/csv_reader.h"
#include "loaders/input.h"
#include "loaders/load_options.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

struct CsvFile {
    Input input;
    char delimiter = ',';
    CsvHeader header;
    // Where the rows do not say it: the label of the nodes (empty: none), the relationships' type.
    std::string name;
    bool has_header = true; // does the first record name the columns?

    // A reader that stands before the first row.
    std::unique_ptr<CsvReader> read() const;
};

// The fields of the first record of a file that begins with `text`. Input error if it is empty, not
// UTF-8, or quoted wrongly.
std::vector<std::string> read_first_fields(std::string_view text, char delimiter,
                                           const std::string& source);

// Input error if the header is missing or wrong.
CsvFile open_csv(const Input& input, const LoadOptions& options);

// What a file's name says of its nodes or relationships: `Person.csv`, `Person_0_0.csv` and
// `Person.part2.csv` hold `Person`; `AUTHORED.Researcher.Publication.csv` and, between the groups
// of its ends, `Person_knows_Person.csv` hold `AUTHORED` and `knows`.
std::string name_from_file(const std::string& file_name, const CsvHeader& header);

} // namespace lintas::loaders
