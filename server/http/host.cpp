#include "server/http/host.h"

#include "server/http/http_server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <string>

namespace lintas::server {

namespace {

// The name alone, in lower case; empty for text that is no host.
std::string name_of(std::string_view host) {
    if (host.starts_with('[')) {
        const auto end = host.find(']');
        return end == host.npos ? "" : std::string{host.substr(1, end - 1)};
    }
    std::string name{host.substr(0, host.find(':'))};
    if (name.ends_with('.')) name.pop_back();
    std::ranges::transform(name, name.begin(),
                           [](unsigned char letter) { return std::tolower(letter); });
    return name;
}

} // namespace

bool is_allowed_host(std::string_view host, const ServiceOptions& options) {
    const auto name = name_of(host);
    if (name == "localhost" || name == "127.0.0.1" || name == "::1") return true;
    if (!name.empty() && name == name_of(options.host)) return true;
    return std::ranges::any_of(options.allowed_hosts,
                               [&](const auto& allowed) { return name_of(allowed) == name; });
}

bool is_allowed_origin(std::string_view origin, const ServiceOptions& options) {
    const auto scheme = origin.find("://");
    return scheme != origin.npos && is_allowed_host(origin.substr(scheme + 3), options);
}

bool is_loopback(const std::string& host) {
    if (host == "localhost") return true;
    in_addr four{};
    if (inet_pton(AF_INET, host.c_str(), &four) == 1) return (ntohl(four.s_addr) >> 24) == 127;
    in6_addr six{};
    return inet_pton(AF_INET6, host.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six) != 0;
}

} // namespace lintas::server
