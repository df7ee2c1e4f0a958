// StoreTables: the entries of a store's five tables, and the walk that finds them in a file without
// LMDB's help.
#pragma once

#include "graph/lmdb/page_walk.h"
#include "graph/lmdb/record.h"

#include <vector>

namespace lintas::lmdb {

// In order of their keys. The bytes belong to a transaction or to a mapped file.
struct StoreTables {
    std::vector<TableEntry> meta;
    std::vector<TableEntry> catalogue;
    std::vector<TableEntry> segments;
    std::vector<TableEntry> statistics;
    std::vector<TableEntry> log;
};

struct TableName {
    const char* name;
    std::vector<TableEntry> StoreTables::*entries;
};
inline constexpr TableName table_names[] = {
    {"cat", &StoreTables::catalogue},   {"log", &StoreTables::log},
    {"meta", &StoreTables::meta},       {"seg", &StoreTables::segments},
    {"stat", &StoreTables::statistics},
};

// Walks the pages of every table but LMDB's list of free pages. Tells `report` of what would harm
// LMDB or is not a store's; throws Storage for a store of another format's version.
StoreTables walk_tables(PageWalk& walk, const MetaPage& meta, const Report& report);

} // namespace lintas::lmdb
