// Procedures that conformance tests bring over HTTP, where the service takes them.
#include "graph/memory_store.h"
#include "server/http/http_server.h"
#include "server/json/json_reader.h"

#include <catch2/catch.hpp>
#include <httplib.h>

#include <memory>
#include <string>
#include <thread>

using namespace lintas;
using namespace lintas::server;

namespace {

// A service over an empty graph, and a client of it.
class RunningWithHook {
public:
    explicit RunningWithHook(bool tck)
        : server_{database_, options_with(tck)}, thread_{[this] { server_.run(); }},
          client_{"127.0.0.1", server_.port()} {}
    ~RunningWithHook() {
        client_.stop(); // the server waits for idle connections
        server_.stop();
        thread_.join();
    }

    httplib::Result add(const std::string& body) {
        return client_.Post("/db/neo4j/test/procedure", body, "application/vnd.neo4j.query");
    }
    httplib::Result reset() { return client_.Delete("/db/neo4j/test/procedure"); }
    Map query(const std::string& statement) {
        const auto answer = client_.Post(
            "/db/neo4j/query/v2", R"({"statement": ")" + statement + R"("})", "application/json");
        REQUIRE(answer);
        return read_json(answer->body).map();
    }

private:
    static ServiceOptions options_with(bool tck) {
        ServiceOptions options;
        options.port = 0;
        options.tck = tck;
        return options;
    }

    std::unique_ptr<Store> store_ = make_memory_store();
    StoreDatabase database_{*store_};
    HttpServer server_;
    std::thread thread_;
    httplib::Client client_;
};

const std::string procedure =
    R"json({"signature": "test.my(id :: INTEGER?) :: (city :: STRING?)", )json"
    R"json("rows": [[{"$type": "Integer", "_value": "1"}, {"$type": "String", "_value": "Oslo"}]]})json";

} // namespace

TEST_CASE("A test's procedure answers until it is taken away", "[server][http]") {
    RunningWithHook running{true};
    const auto added = running.add(procedure);
    REQUIRE(added);
    CHECK(added->status < 300);
    const auto answer = running.query("CALL test.my(1)");
    const auto& rows = answer.at("data").map().at("values").list();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].list()[0].string() == "Oslo");
    CHECK(running.reset()->status < 300);
    const auto error = running.query("CALL test.my(1)").at("errors").list().at(0).map();
    CHECK(error.at("tck").map().at("detail").string() == "ProcedureNotFound");
}

TEST_CASE("A service that is not for tests takes no procedures", "[server][http]") {
    RunningWithHook running{false};
    CHECK(running.add(procedure)->status == 404);
    CHECK(running.reset()->status == 404);
    const auto error = running.query("RETURN x").at("errors").list().at(0).map();
    CHECK_FALSE(error.contains("tck"));
}

TEST_CASE("A procedure that is none is refused", "[server][http]") {
    RunningWithHook running{true};
    for (const auto* const bad :
         {"", "[]", "{}", R"json({"signature": "x", "rows": []})json",
          R"json({"signature": "test.my() :: (a :: STRING?)", "rows": [1]})json",
          R"json({"signature": "test.my() :: (a :: STRING?)", "rows": [[]]})json"}) {
        INFO(bad);
        CHECK(running.add(bad)->status == 400);
    }
}
