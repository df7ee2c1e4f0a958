#include "server/snapshot_diff.h"

#include "graph/lmdb/lmdb_store.h"
#include "graph/lmdb/named_snapshots.h"
#include "query/procedures/collaboration_diff.h"

namespace lintas::server {

query::Procedure snapshot_diff_procedure(std::string store) {
    return query::diff_procedure([store = std::move(store)](const std::string& name) {
        return open_lmdb_store(named_snapshot_for(store, name).path);
    });
}

} // namespace lintas::server
