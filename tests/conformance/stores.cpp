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

// All of the graph is in the log, which was read again.
std::unique_ptr<Store> build_written_lmdb_store(const std::filesystem::path& folder,
                                                const Fill& fill) {
    begin_bulk_load(folder / "store")->finish();
    {
        const auto store = open_lmdb_store(folder / "store");
        testing::TransactionLoad load{*store};
        fill(load);
        load.finish();
    }
    return open_lmdb_store(folder / "store");
}

// All of the graph was committed, and then merged.
std::unique_ptr<Store> build_merged_lmdb_store(const std::filesystem::path& folder,
                                               const Fill& fill) {
    begin_bulk_load(folder / "store")->finish();
    {
        const auto store = open_lmdb_store(folder / "store");
        testing::TransactionLoad load{*store};
        fill(load);
        load.finish();
        store->merge();
    }
    return open_lmdb_store(folder / "store");
}

constexpr StoreKind kinds[] = {
    {"memory", true, true, build_memory_store},
    {"lmdb", true, true, build_lmdb_store},
    {"lmdb with mixed groups", true, true, build_mixed_lmdb_store},
    {"lmdb with a log", true, false, build_written_lmdb_store},
    {"lmdb after a merge", true, false, build_merged_lmdb_store},
};

} // namespace

std::span<const StoreKind> store_kinds() { return kinds; }

} // namespace lintas::conformance
