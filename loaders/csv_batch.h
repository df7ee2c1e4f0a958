// Rows of a CSV file as typed columns, on their way from the parsing to the adding thread.
//
// Invariant: all columns, and `ids` or the two lists of ends, have `rows` entries.
#pragma once

#include "graph/bulk_load.h"
#include "loaders/csv_file.h"
#include "loaders/csv_id_index.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lintas::loaders {

// The nodes that ids of one group stand for.
struct IdGroup {
    explicit IdGroup(const IdSummary& summary) : index{summary} {}

    IdIndex index;
    Nodes nodes; // by the number of the id in `index`
};

// One file with the keys of its columns' properties (nothing where a column has none).
struct CsvTask {
    CsvFile file;
    std::string source; // what messages and progress call it
    std::vector<std::optional<KeyId>> keys;
};

struct CsvBatch {
    const CsvTask* task = nullptr;  // where the rows come from
    std::vector<std::string> names; // the labels, or the one type
    std::size_t rows = 0;
    std::vector<PropertyColumn> properties;
    // Of nodes with ids: the group, and the number of each id in its index.
    IdGroup* group = nullptr;
    std::vector<std::uint32_t> ids;
    // Of relationships.
    Nodes sources;
    Nodes targets;
    // How far the file is.
    std::uint64_t position = 0;
    std::uint64_t rows_read = 0;
    std::uint64_t finished_bytes = 0; // the size of the file, with its last batch
};

} // namespace lintas::loaders
