// The stores that the conformance suite runs over.
//
// Invariant: a new kind of store is one row of the table in stores.cpp.
#pragma once

#include "graph/bulk_load.h"
#include "graph/store.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>

namespace lintas::conformance {

// Puts a graph into a load and leaves finish() to the caller.
using Fill = std::function<void(BulkLoad&)>;

struct StoreKind {
    const char* name;
    bool can_write;   // begin() gives transactions
    bool takes_large; // a graph of some hundred thousand entities does not take minutes
    // A new store, whose files, if any, lie in the folder, with what `fill` put into its bulk load.
    std::unique_ptr<Store> (*build)(const std::filesystem::path& folder, const Fill& fill);
};

std::span<const StoreKind> store_kinds();

} // namespace lintas::conformance
