// The body of a request to the Query API, read and checked.
//
// Invariant: a statement that is there is not empty. Keys that we do not know are left aside; known
// ones with a value of the wrong kind are refused with ErrorCode::Input.
#pragma once

#include "graph/value.h"
#include "query/explicit_transaction.h"
#include "server/json/value_json.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::server {

struct QueryRequest {
    std::string statement;
    Map parameters;
    bool include_counters = false;
    std::chrono::seconds longest_time{0}; // 0: not said
    std::vector<std::string> bookmarks;
    query::Access access = query::Access::Write;
    std::string as_of; // the name of a snapshot; empty: the store as it is
};

// In the typed encoding, the parameters' values are typed; everything else is plain.
QueryRequest read_query_request(std::string_view body, Encoding encoding);

// Of a request about a transaction: the body, or its statement, may lack. The statement is then
// empty.
QueryRequest read_transaction_request(std::string_view body, Encoding encoding);

} // namespace lintas::server
