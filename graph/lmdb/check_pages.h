// Checks the pages of a store's file: that every tree is sound, and that every page is either in
// use once or free.
#pragma once

#include "graph/lmdb/page_walk.h"
#include "graph/lmdb/record.h"
#include "graph/lmdb/store_tables.h"

#include <optional>

namespace lintas::lmdb {

// The entries of all tables; nullopt if they cannot be trusted. Throws Storage for a store of
// another format's version. `used` is told of the bytes that PageWalk::Used is told of; it may be
// empty.
std::optional<StoreTables> check_pages(const PageFile& file, const Report& report,
                                       const PageWalk::Used& used);

} // namespace lintas::lmdb
