// Looks at a request's head before anything of its body is read, and refuses what cpp-httplib does
// not handle safely: bodies without a length, compressed or in parts; two lengths; characters that
// steer; too many headers; hosts and origins that are not ours.
//
// Invariant: a refused request's connection is closed, since its body is left unread and would
// otherwise be taken for the next request.
#pragma once

#include "server/http/service_options.h"

#include <httplib.h>

#include <optional>
#include <string>

namespace lintas::server {

struct Refusal {
    int status;
    std::string reason; // a sentence
};

std::optional<Refusal> refusal(const httplib::Request& request, const ServiceOptions& options);

// Ranges make no sense here, and many overlapping ones make huge answers.
httplib::Server::HandlerResponse
guard(const ServiceOptions& options, const httplib::Request& request, httplib::Response& response);

inline constexpr std::size_t longest_body = 1 << 20; // bytes

} // namespace lintas::server
