// Catalogue: the names of a store and the label sets that its nodes have, in the table `cat`.
//
// Invariant: ids of every kind run from 0 without gaps.
#pragma once

#include "graph/lmdb/record.h"
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
};

std::vector<Record> to_records(const Catalogue& catalogue);
Catalogue read_catalogue(std::span<const TableEntry> entries, const Report& report);

} // namespace lintas::lmdb
