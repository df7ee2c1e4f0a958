// The HTTP service: the Query API, discovery and health over one database.
//
// Invariant: run() returns only after stop(), and after every request that was being answered is
// over: cleanly within the grace of the options, cut off after it.
#pragma once

#include "server/http/database.h"
#include "server/http/service_options.h"

#include <memory>

namespace lintas::server {

class HttpServer {
public:
    // Binds the address. Usage error if it is not one of this machine or is taken already.
    // `database` must outlive the server.
    HttpServer(Database& database, const ServiceOptions& options);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // The port that was bound.
    int port() const;
    void run();
    // From any thread, any number of times.
    void stop();

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// Is it an address that only this machine can reach?
bool is_loopback(const std::string& host);

} // namespace lintas::server
