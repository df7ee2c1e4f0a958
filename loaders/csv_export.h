// Writes a whole graph as CSV files that `csv` loads again: a file for each label set, and one for
// each type of relationships. Definitions of indexes and constraints become `schema.cypher`, a
// statement a line.
//
// Invariant: the files that were written load as an equal graph: the same nodes with their labels,
// relationships between them, parallel ones too, and properties of the same types and values. Ids
// differ.
#pragma once

#include "graph/store.h"

#include <cstdint>
#include <filesystem>

namespace lintas::loaders {

struct ExportReport {
    std::uint64_t nodes = 0;
    std::uint64_t relationships = 0;
    std::uint64_t files = 0;
};

// Makes the folder. Storage if there is something in it already, or it cannot be written to.
ExportReport export_csv(const Snapshot& graph, const std::filesystem::path& folder);

} // namespace lintas::loaders
