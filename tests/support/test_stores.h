// Stores for tests, of each kind, empty or with one of tests/datasets in it.
//
// Invariant: a store is fresh; nothing that a test does to it is seen by another.
#pragma once

#include "graph/store.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace lintas::testing {

struct StoreKind {
    std::string_view name;
    // `dataset`: a folder of tests/datasets, or empty.
    std::unique_ptr<Store> (*open)(const std::string& dataset);
};

std::span<const StoreKind> store_kinds();

} // namespace lintas::testing
