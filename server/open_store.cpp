#include "server/open_store.h"

#include "graph/lmdb/lmdb_store.h"
#include "graph/lmdb/named_snapshots.h"

namespace lintas::server {

std::filesystem::path path_as_of(const std::string& store, const std::string& as_of) {
    return as_of.empty() ? std::filesystem::path{store} : named_snapshot_for(store, as_of).path;
}

std::unique_ptr<Store> find_snapshot(const std::string& store, const std::string& name) {
    for (const auto& snapshot : named_snapshots(store))
        if (snapshot.name == name) return open_lmdb_store(snapshot.path);
    return nullptr;
}

std::unique_ptr<Store> open_store(const std::string& store, const std::string& as_of) {
    return open_lmdb_store(path_as_of(store, as_of));
}

} // namespace lintas::server
