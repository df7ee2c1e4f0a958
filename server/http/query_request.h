// The body of a request to the Query API, read and checked.
//
// Invariant: the statement is not empty. Keys that we do not know are left aside; known ones with
// a value of the wrong kind are refused with ErrorCode::Input.
#pragma once

#include "graph/value.h"
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
};

// In the typed encoding, the parameters' values are typed; everything else is plain.
QueryRequest read_query_request(std::string_view body, Encoding encoding);

} // namespace lintas::server
