// What a service is told when it starts.
//
// Invariant: plain data. Limits of zero mean none.
#pragma once

#include "graph/store.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace lintas::server {

// Opens a named snapshot; null if there is none of that name.
using OpenSnapshot = std::function<std::unique_ptr<Store>(const std::string& name)>;

struct ServiceOptions {
    std::string host = "127.0.0.1"; // a name or address to listen on
    int port = 7474;                // 0: any that is free
    // Names by which clients may call the service, besides localhost and `host`; without a port.
    std::vector<std::string> allowed_hosts;
    // Names of the database in URLs, in lower case.
    std::vector<std::string> database_names{"lintas", "neo4j"};

    std::chrono::seconds query_time{30};    // when a request does not say
    std::chrono::seconds longest_time{120}; // whatever a request says
    std::uint64_t query_rows = 100'000;
    std::uint64_t query_memory = std::uint64_t{512} << 20; // bytes
    std::size_t concurrent_queries = 4;
    std::chrono::milliseconds longest_wait{5000}; // of a query for its turn, or for the writer
    std::chrono::seconds transaction_idle{30};    // then it is rolled back
    std::chrono::seconds longest_transaction{300};
    std::size_t open_transactions = 64;    // at most
    std::chrono::milliseconds grace{5000}; // for running queries when the service stops

    std::filesystem::path import_folder; // that LOAD CSV may read from; empty: none

    OpenSnapshot open_snapshot; // may lack

    // For conformance tests: errors also say what the openCypher TCK calls them, typed values are
    // written as the language prints them, and procedures may be added that answer from a table.
    bool tck = false;
};

} // namespace lintas::server
