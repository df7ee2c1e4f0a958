// What cpp-httplib would let through: requests as bytes, as no client library sends them.
#include "server/http/http_server.h"

#include "graph/memory_store.h"

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

using namespace lintas;
using namespace lintas::server;

namespace {

// Sends bytes to a server of its own and gives all that comes back until the server hangs up, or
// until it has had time to.
class Guarded {
public:
    Guarded() : server_{database_, options()}, thread_{[this] { server_.run(); }} {}
    ~Guarded() {
        server_.stop();
        thread_.join();
    }

    std::string exchange(const std::string& bytes) const {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(server_.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0);
        std::string answer;
        char piece[4096];
        for (;;) {
            const auto size = ::recv(descriptor, piece, sizeof piece, 0);
            if (size <= 0) break;
            answer.append(piece, static_cast<std::size_t>(size));
        }
        ::close(descriptor);
        return answer;
    }

    // The status of the first answer, and how many answers there were.
    std::pair<int, int> statuses(const std::string& bytes) const {
        const auto answer = exchange(bytes);
        INFO(answer);
        REQUIRE(answer.starts_with("HTTP/1.1 "));
        int count = 0;
        for (auto at = answer.find("HTTP/1.1 "); at != answer.npos;
             at = answer.find("HTTP/1.1 ", at + 1))
            ++count;
        return {std::stoi(answer.substr(9, 3)), count};
    }

private:
    static ServiceOptions options() {
        ServiceOptions options;
        options.port = 0;
        return options;
    }

    std::unique_ptr<Store> store_ = make_memory_store();
    StoreDatabase database_{*store_};
    HttpServer server_;
    std::thread thread_;
};

const std::string post =
    "POST /db/neo4j/query/v2 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
const std::string smuggled = "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n";

} // namespace

TEST_CASE("A body has exactly one length, and what follows is no request",
          "[server][http][guard]") {
    const Guarded guarded;
    const std::pair once{411, 1};
    CHECK(guarded.statuses(post + "\r\n" + smuggled) == once);
    CHECK(guarded.statuses(post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled) ==
          once);
    CHECK(guarded.statuses(post +
                           "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
                           smuggled) == std::pair{400, 1});
    CHECK(guarded.statuses(post + "Content-Length: 5\r\nContent-Length: 50\r\n\r\nhello" +
                           smuggled) == std::pair{400, 1});
    CHECK(guarded.statuses(post + "Content-Length: -1\r\n\r\n" + smuggled) == std::pair{400, 1});
    CHECK(guarded.statuses(post + "Content-Length: 9999999999999999999999\r\n\r\n" + smuggled) ==
          std::pair{413, 1});
    CHECK(guarded.statuses(post + "Content-Length: 2000000\r\n\r\n" + smuggled) ==
          std::pair{413, 1});
    CHECK(
        guarded.statuses("GET /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody" +
                         smuggled) == std::pair{400, 1});
}

TEST_CASE("Compressed bodies and bodies in parts are refused", "[server][http][guard]") {
    const Guarded guarded;
    CHECK(
        guarded.statuses(post + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n1234").first ==
        415);
    CHECK(guarded
              .statuses("POST /db/neo4j/query/v2 HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                        "multipart/form-data; "
                        "boundary=x\r\nContent-Length: 4\r\n\r\n1234")
              .first == 415);
}

TEST_CASE("Headers that steer, or are too many, are refused", "[server][http][guard]") {
    const Guarded guarded;
    const std::string get = "GET /livez HTTP/1.1\r\nHost: localhost\r\n";
    CHECK(guarded.statuses(get + "X: a%0d%0ab\r\n\r\n").first == 400);
    std::string many = get;
    for (int at = 0; at < 150; ++at) many += "X-" + std::to_string(at) + ": 1\r\n";
    CHECK(guarded.statuses(many + "\r\n").first == 431);
    CHECK(
        guarded.statuses("GET /" + std::string(2000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .first == 414);
}

TEST_CASE("Other hosts and other sites are refused", "[server][http][guard]") {
    const Guarded guarded;
    CHECK(guarded.statuses("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").first == 421);
    CHECK(guarded.statuses("GET / HTTP/1.1\r\n\r\n").first == 421);
    CHECK(
        guarded.statuses("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n").first ==
        421);
    CHECK(guarded.statuses(post + "Origin: https://evil.example\r\nContent-Length: 2\r\n\r\n{}")
              .first == 403);
    CHECK(guarded.statuses(post + "Sec-Fetch-Site: cross-site\r\nContent-Length: 2\r\n\r\n{}")
              .first == 403);
    CHECK(
        guarded
            .statuses("GET /livez HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:3000\r\n"
                      "Connection: close\r\n\r\n")
            .first == 200);
}

TEST_CASE("Ranges are left aside", "[server][http][guard]") {
    const Guarded guarded;
    std::string ranges = "bytes=0-0";
    for (int at = 0; at < 500; ++at) ranges += ",0-1";
    CHECK(guarded
              .statuses("GET /livez HTTP/1.1\r\nHost: localhost\r\nRange: " + ranges +
                        "\r\nConnection: close\r\n\r\n")
              .first == 200);
}

TEST_CASE("Text that is no request does no harm", "[server][http][guard]") {
    const Guarded guarded;
    for (const std::string bytes : {"\r\n\r\n", "x\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9\r\n\r\n",
                                    "\x16\x03\x01\r\n", "POST / HTTP/1.1\r\nHost\r\n\r\n"})
        guarded.exchange(bytes);
    CHECK(guarded.statuses("GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
              .first == 200);
}
