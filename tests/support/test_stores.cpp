#include "test_stores.h"

#include "graph/memory_store.h"
#include "loaders/load.h"
#include "temporary_store.h"
#include "transaction_load.h"

#include <filesystem>
#include <vector>

namespace lintas::testing {

namespace {

void fill(BulkLoad& target, const std::string& dataset) {
    if (dataset.empty()) return target.finish();
    const auto folder = std::filesystem::path{LINTAS_SOURCES} / "tests/datasets" / dataset;
    const std::vector<loaders::Source> sources{{"csv", folder}};
    loaders::load(sources, nullptr, target);
}

std::unique_ptr<Store> open_memory(const std::string& dataset) {
    auto store = make_memory_store();
    TransactionLoad target{*store};
    fill(target, dataset);
    return store;
}

std::unique_ptr<Store> open_lmdb(const std::string& dataset) {
    return std::make_unique<TemporaryStore>([&](BulkLoad& load) { fill(load, dataset); });
}

// All data is in the log.
std::unique_ptr<Store> open_lmdb_log(const std::string& dataset) {
    auto store = std::make_unique<TemporaryStore>();
    if (dataset.empty()) return store;
    TransactionLoad target{*store};
    fill(target, dataset);
    return store;
}

constexpr StoreKind kinds[] = {
    {"memory", open_memory}, {"lmdb", open_lmdb}, {"lmdb log", open_lmdb_log}};

} // namespace

std::span<const StoreKind> store_kinds() { return kinds; }

} // namespace lintas::testing
