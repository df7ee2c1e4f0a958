// What all handlers share: the database, the options, the turns of queries, and how to stop.
//
// Invariant: lives as long as any request is answered.
#pragma once

#include "server/http/database.h"
#include "server/http/service_options.h"
#include "server/http/snapshot_databases.h"
#include "server/http/transactions.h"
#include "server/http/turns.h"

#include <atomic>
#include <stop_token>
#include <string>

namespace lintas::server {

struct Service {
    Service(Database& served, ServiceOptions chosen)
        : database{served}, options{std::move(chosen)}, turns{options.concurrent_queries},
          transactions{options.open_transactions}, snapshots{options.open_snapshot} {}

    Database& database;
    const ServiceOptions options;
    Turns turns;
    Transactions transactions;
    SnapshotDatabases snapshots;
    std::stop_source cancel;            // ends running queries
    std::atomic<bool> stopping = false; // no new queries
    int port = 0;
};

} // namespace lintas::server
