// Catalogue: the names of a store, the label sets that its nodes have and the definitions of
// indexes and constraints, in the table `cat`.
//
// Invariant: ids of every kind run from 0 without gaps.
#pragma once

#include "graph/lmdb/record.h"
#include "graph/schema.h"
#include "graph/statistics.h"
#include "graph/symbols.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::lmdb {

// Number of a set of labels in the catalogue.
enum class LabelSetId : std::uint32_t {};

struct Catalogue {
    Symbols symbols;
    std::vector<LabelSet> label_sets;
    Schema schema;
};

std::vector<Record> to_records(const Catalogue& catalogue);
Catalogue read_catalogue(std::span<const TableEntry> entries, const Report& report);

} // namespace lintas::lmdb
