// The statistics of a store in its table `stat`.
#pragma once

#include "graph/lmdb/catalogue.h"
#include "graph/lmdb/record.h"
#include "graph/statistics.h"

#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

namespace lintas::lmdb {

// Statistics by number of label set, as they are stored.
struct Counts {
    using Triple = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>; // set, type, set

    std::map<std::uint32_t, std::uint64_t> nodes; // of a label set
    std::map<Triple, std::uint64_t> relationships;

    bool operator==(const Counts&) const = default;
};

std::vector<Record> to_records(const Counts& counts);
Counts read_counts(std::span<const TableEntry> entries, const Report& report);

// Does the catalogue have every label set and type that is counted?
bool fits(const Counts& counts, const Catalogue& catalogue);
// REQUIRES: fits(counts, catalogue).
Statistics to_statistics(const Counts& counts, const Catalogue& catalogue);

} // namespace lintas::lmdb
