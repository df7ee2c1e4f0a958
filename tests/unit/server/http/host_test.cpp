#include "server/http/host.h"

#include "server/http/http_server.h"

#include <catch2/catch.hpp>

using namespace lintas::server;

TEST_CASE("The service goes by its own names alone", "[server][http]") {
    ServiceOptions options;
    options.host = "192.0.2.7";
    options.allowed_hosts = {"hub.example"};
    for (const auto* host : {"localhost", "LOCALHOST:7474", "127.0.0.1:1", "[::1]:7474",
                             "192.0.2.7:80", "hub.example", "Hub.Example.:443"})
        CHECK(is_allowed_host(host, options));
    for (const auto* host : {"", ":80", "evil.example", "hub.example.evil.example",
                             "localhost.evil.example", "[::2]", "[::1", "192.0.2.70"})
        CHECK_FALSE(is_allowed_host(host, options));
    CHECK(is_allowed_origin("http://localhost:3000", options));
    CHECK_FALSE(is_allowed_origin("https://evil.example", options));
    CHECK_FALSE(is_allowed_origin("null", options));
}

TEST_CASE("Loopback addresses are told from others", "[server][http]") {
    for (const auto* host : {"localhost", "127.0.0.1", "127.9.9.9", "::1"})
        CHECK(is_loopback(host));
    for (const auto* host : {"0.0.0.0", "::", "192.0.2.7", "128.0.0.1", "example.org", ""})
        CHECK_FALSE(is_loopback(host));
}
