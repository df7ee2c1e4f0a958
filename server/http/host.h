// The names by which clients may call the service. A web page elsewhere can make a browser send
// requests here under a name of its own (DNS rebinding), so other names are refused.
//
// Invariant: names are compared without case, port and final dot.
#pragma once

#include "server/http/service_options.h"

#include <string_view>

namespace lintas::server {

// `host` as in a Host header: "localhost:7474", "[::1]:7474".
bool is_allowed_host(std::string_view host, const ServiceOptions& options);

// Of an Origin header: "http://localhost:7474".
bool is_allowed_origin(std::string_view origin, const ServiceOptions& options);

} // namespace lintas::server
