#include "tests/conformance/stores.h"

#include "graph/memory_store.h"

#include "transaction_load.h"

namespace lintas::conformance {

namespace {

std::unique_ptr<Store> build_memory_store(const std::filesystem::path&, const Fill& fill) {
    auto store = make_memory_store();
    testing::TransactionLoad load{*store};
    fill(load);
    load.finish();
    return store;
}

constexpr StoreKind kinds[] = {
    {"memory", true, build_memory_store},
};

} // namespace

std::span<const StoreKind> store_kinds() { return kinds; }

} // namespace lintas::conformance
