// The named snapshots of the store that a service serves, as databases that only read.
//
// Invariant: safe to call from many threads at once. The snapshot that was asked last stays open,
// so that a series of queries opens it once.
#pragma once

#include "server/http/database.h"
#include "server/http/service_options.h"

#include <memory>
#include <mutex>
#include <string>

namespace lintas::server {

class SnapshotDatabases {
public:
    explicit SnapshotDatabases(OpenSnapshot open) : open_{std::move(open)} {}

    // Input if there is no snapshot of that name. What runs in it may outlive it.
    std::shared_ptr<Database> database(const std::string& name);

private:
    OpenSnapshot open_;
    std::mutex mutex_; // guards the next two
    std::string last_name_;
    std::shared_ptr<Database> last_; // shared with the queries that run in it
};

} // namespace lintas::server
