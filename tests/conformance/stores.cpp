#include "tests/conformance/stores.h"

#include "graph/lmdb/lmdb_store.h"
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

std::unique_ptr<Store> build_lmdb_store(const std::filesystem::path& folder, const Fill& fill) {
    const auto load = begin_bulk_load(folder / "store");
    fill(*load);
    load->finish();
    return open_lmdb_store(folder / "store");
}

// Nodes of most label sets share groups of ids.
std::unique_ptr<Store> build_mixed_lmdb_store(const std::filesystem::path& folder,
                                              const Fill& fill) {
    const auto load = begin_bulk_load(folder / "store", {.most_home_label_sets = 1});
    fill(*load);
    load->finish();
    return open_lmdb_store(folder / "store");
}

constexpr StoreKind kinds[] = {
    {"memory", true, build_memory_store},
    {"lmdb", false, build_lmdb_store},
    {"lmdb with mixed groups", false, build_mixed_lmdb_store},
};

} // namespace

std::span<const StoreKind> store_kinds() { return kinds; }

} // namespace lintas::conformance
