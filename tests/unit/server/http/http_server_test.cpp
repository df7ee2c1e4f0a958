#include "server/http/http_server.h"

#include "graph/error.h"
#include "graph/memory_store.h"
#include "list_cursor.h"
#include "query/bookmark.h"
#include "server/json/json_reader.h"

#include <catch2/catch.hpp>
#include <httplib.h>

#include <functional>
#include <future>
#include <thread>

using namespace lintas;
using namespace lintas::server;
using namespace std::chrono_literals;
using Catch::Contains;
using lintas::testing::ListCursor;

namespace {

using Run = std::function<std::unique_ptr<query::Cursor>(
    std::string_view text, const Map& parameters, const query::Limits& limits)>;

// Answers every query as a test says.
class FakeDatabase final : public Database {
public:
    explicit FakeDatabase(Run run) : run_{std::move(run)}, snapshot_{testing::two_people()} {}

    std::unique_ptr<query::Cursor> run(std::string_view text, const Map& parameters,
                                       const query::Limits& limits, query::Access) override {
        auto cursor = run_(text, parameters, limits);
        if (auto* list = dynamic_cast<ListCursor*>(cursor.get())) list->show(snapshot_);
        return cursor;
    }
    query::ExplicitTransaction begin(const query::TransactionOptions& options) override {
        return engine_.begin(options);
    }
    void wait_for(std::span<const std::string> bookmarks, std::chrono::milliseconds) override {
        for (const auto& bookmark : bookmarks) query::version_of(*snapshot_, bookmark);
    }
    std::shared_ptr<const Snapshot> snapshot() const override { return snapshot_; }
    void add_procedure(query::Procedure procedure) override {
        engine_.add_procedure(std::move(procedure));
    }
    void reset_procedures() override { engine_.reset_procedures(); }

private:
    Run run_;
    std::shared_ptr<const Snapshot> snapshot_;
    std::unique_ptr<Store> store_ = make_memory_store();
    query::Engine engine_{*store_};
};

std::unique_ptr<query::Cursor> one_row(std::string_view, const Map& parameters,
                                       const query::Limits&) {
    return std::make_unique<ListCursor>(
        std::vector<std::string>{"n", "x"},
        std::vector<std::vector<Value>>{{NodeId{0}, Value{parameters}}});
}

// A server over a fake database, running as long as it lives, and a client of it.
class Running {
public:
    explicit Running(Run run = one_row, ServiceOptions options = {})
        : database_{std::move(run)}, server_{database_, any_port(std::move(options))},
          thread_{[this] { server_.run(); }}, client_{"127.0.0.1", server_.port()} {}
    ~Running() {
        client_.stop(); // the server waits for idle connections
        server_.stop();
        thread_.join();
    }

    httplib::Client& client() { return client_; }
    HttpServer& server() { return server_; }
    int port() const { return server_.port(); }

    httplib::Result query(const std::string& body, const httplib::Headers& headers = {},
                          const std::string& type = "application/json") {
        return client_.Post("/db/neo4j/query/v2", headers, body, type);
    }

private:
    static ServiceOptions any_port(ServiceOptions options) {
        options.port = 0;
        options.longest_wait = 50ms;
        options.grace = 2s;
        return options;
    }

    FakeDatabase database_;
    HttpServer server_;
    std::thread thread_;
    httplib::Client client_;
};

// The first error's code in a body.
std::string code_of(const std::string& body) {
    return read_json(body).map().at("errors").list().at(0).map().at("code").string();
}

const std::string return_one = R"({"statement": "RETURN 1"})";

} // namespace

TEST_CASE("A query is answered in plain JSON with nested rows", "[server][http]") {
    Running running;
    const auto answer =
        running.query(R"({"statement": "x", "parameters": {"a": 1}, "includeCounters": true})");
    REQUIRE(answer);
    CHECK(answer->status == 202);
    CHECK(answer->get_header_value("Content-Type") == "application/json; charset=utf-8");
    CHECK(answer->get_header_value("X-Content-Type-Options") == "nosniff");
    CHECK_THAT(answer->body,
               Catch::StartsWith(
                   R"({"data":{"fields":["n","x"],"values":[[{"elementId":"n:0",)"
                   R"("labels":["Person","Researcher"],"properties":{"name":"Ada"}},{"a":1}]]},)"
                   R"("counters":{"containsUpdates":false,"nodesCreated":0,)"));
    CHECK_THAT(answer->body,
               Contains(R"("systemUpdates":0},"queryType":"r","bookmarks":["lintas:)"));
}

TEST_CASE("A query is answered in typed JSON when that is asked for", "[server][http]") {
    Running running;
    const auto answer = running.query(
        R"({"statement": "x", "parameters": {"a": {"$type": "Integer", "_value": "1"}}})",
        {{"Accept", "application/vnd.neo4j.query, application/json"}},
        "application/vnd.neo4j.query");
    REQUIRE(answer);
    CHECK(answer->status == 202);
    CHECK(answer->get_header_value("Content-Type") == "application/vnd.neo4j.query");
    CHECK_THAT(answer->body,
               Contains(R"({"$type":"Map","_value":{"a":{"$type":"Integer","_value":"1"}}}]])"));
}

TEST_CASE("Databases have names, in any case, and no others", "[server][http]") {
    Running running;
    CHECK(running.client().Post("/db/LINTAS/query/v2", return_one, "application/json")->status ==
          202);
    const auto unknown =
        running.client().Post("/db/other/query/v2", return_one, "application/json");
    CHECK(unknown->status == 404);
    CHECK(code_of(unknown->body) == "Neo.ClientError.Database.DatabaseNotFound");
}

TEST_CASE("Other methods, forms and paths are refused with their status", "[server][http]") {
    Running running;
    const auto get = running.client().Get("/db/neo4j/query/v2");
    CHECK(get->status == 405);
    CHECK(get->get_header_value("Allow") == "POST");
    CHECK(running.client().Head("/db/neo4j/query/v2")->status == 405);
    CHECK(running.query(return_one, {{"Accept", "text/html"}})->status == 406);
    CHECK(running.query(return_one, {}, "text/plain")->status == 415);
    const auto nothing = running.client().Get("/nothing");
    CHECK(nothing->status == 404);
    CHECK_THAT(nothing->body, Contains("There is nothing at `/nothing`"));
}

TEST_CASE("A body that is no request is refused", "[server][http]") {
    Running running;
    for (const std::string body :
         {"", "{", "[]", "{}", R"({"statement": 1})", "{\"statement\": \"\xFF\"}",
          R"({"statement": "a", "statement": "b"})"}) {
        INFO(body);
        const auto answer = running.query(body);
        REQUIRE(answer);
        CHECK(answer->status == 400);
        CHECK(code_of(answer->body) == "Neo.ClientError.Request.InvalidFormat");
    }
    CHECK(running.query(std::string(500'000, '['))->status == 400);
}

TEST_CASE("An error of the query is told with its code, in two keys", "[server][http]") {
    Running running{[](auto...) -> std::unique_ptr<query::Cursor> {
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType, "`1` is no list"};
    }};
    const auto answer = running.query(return_one);
    CHECK(answer->status == 400);
    CHECK(
        answer->body ==
        R"({"errors":[{"code":"Neo.ClientError.Statement.TypeError","message":"`1` is no list"}]})");
}

TEST_CASE("For conformance tests an error also says what the TCK calls it", "[server][http]") {
    ServiceOptions options;
    options.tck = true;
    Running running{
        [](auto...) -> std::unique_ptr<query::Cursor> {
            throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType, "No"}.as_compile_time();
        },
        options};
    CHECK_THAT(
        running.query(return_one)->body,
        Contains(
            R"("tck":{"type":"TypeError","phase":"compile time","detail":"InvalidArgumentType"})"));
}

TEST_CASE("What is our own affair does not leave the service", "[server][http]") {
    for (const Run& run : {Run{[](auto...) -> std::unique_ptr<query::Cursor> {
                               throw Error{ErrorCode::Storage, "/secret/path is broken"};
                           }},
                           Run{[](auto...) -> std::unique_ptr<query::Cursor> {
                               throw std::runtime_error{"/secret/path"};
                           }}}) {
        Running running{run};
        const auto answer = running.query(return_one);
        CHECK(answer->status == 500);
        CHECK(code_of(answer->body) == "Neo.DatabaseError.General.UnknownError");
        CHECK_THAT(answer->body, !Contains("secret"));
        for (const auto& [name, value] : answer->headers) CHECK_THAT(value, !Contains("secret"));
    }
}

TEST_CASE("A large answer is streamed whole", "[server][http]") {
    Running running{[](auto...) {
        const std::vector<std::vector<Value>> rows(20'000, {Value{std::string(30, 'x')}});
        return std::make_unique<ListCursor>(std::vector<std::string>{"x"}, rows);
    }};
    const auto answer = running.query(return_one);
    REQUIRE(answer);
    CHECK(answer->status == 202);
    CHECK(answer->get_header_value("Transfer-Encoding") == "chunked");
    CHECK(read_json(answer->body).map().at("data").map().at("values").list().size() == 20'000);
}

TEST_CASE("An error after the first piece ends the body with `errors`", "[server][http]") {
    Running running{[](auto...) {
        const std::vector<std::vector<Value>> rows(5'000, {Value{std::string(30, 'x')}});
        auto cursor = std::make_unique<ListCursor>(std::vector<std::string>{"x"}, rows);
        cursor->end_with({ErrorCode::Limit, "The query took too long"});
        return cursor;
    }};
    const auto answer = running.query(return_one);
    CHECK(answer->status == 202);
    const auto body = read_json(answer->body).map();
    CHECK(body.at("data").map().at("values").list().size() == 5'000);
    CHECK(code_of(answer->body) == "Neo.ClientError.Statement.LimitExceeded");
}

TEST_CASE("A request's time limit is kept below the service's own", "[server][http]") {
    std::chrono::milliseconds time{};
    Running running{[&](std::string_view text, const Map& parameters, const query::Limits& limits) {
        time = limits.time;
        return one_row(text, parameters, limits);
    }};
    running.query(return_one);
    CHECK(time == 30s);
    running.query(R"({"statement": "x", "maxExecutionTime": 5})");
    CHECK(time == 5s);
    running.query(R"({"statement": "x", "maxExecutionTime": 100000})");
    CHECK(time == 120s);
}

TEST_CASE("Bookmarks of this store are taken, others are not", "[server][http]") {
    Running running;
    const auto first = running.query(return_one);
    const auto bookmark = read_json(first->body).map().at("bookmarks").list().at(0).string();
    CHECK(running.query(R"({"statement": "x", "bookmarks": [")" + bookmark + "\"]}")->status ==
          202);
    const auto foreign = running.query(R"({"statement": "x", "bookmarks": ["lintas:other:1"]})");
    CHECK(foreign->status == 400);
    CHECK(code_of(foreign->body) == "Neo.ClientError.Transaction.InvalidBookmark");
}

TEST_CASE("Discovery names the way to queries under the host that was asked", "[server][http]") {
    Running running;
    const auto answer = running.client().Get("/");
    REQUIRE(answer);
    CHECK(answer->status == 200);
    const auto host = "http://127.0.0.1:" + std::to_string(running.port());
    CHECK_THAT(answer->body, Contains("\"query\":\"" + host + "/db/{databaseName}/query/v2\""));
    CHECK(running.client().Get("/livez")->body == "ok\n");
    CHECK_THAT(running.client().Get("/readyz")->body, Contains("\"status\":\"ready\""));
}

TEST_CASE("Two servers do not share a port", "[server][http]") {
    Running running;
    FakeDatabase database{one_row};
    ServiceOptions options;
    options.port = running.port();
    CHECK_THROWS_WITH(HttpServer(database, options), Contains("somebody listens there already"));
}

TEST_CASE("Only so many queries run at once, and the next is told to come back", "[server][http]") {
    std::promise<void> begun;
    std::promise<void> go_on;
    ServiceOptions options;
    options.concurrent_queries = 1;
    Running running{[&, waits = go_on.get_future().share(),
                     first = true](std::string_view text, const Map& parameters,
                                   const query::Limits& limits) mutable {
                        if (std::exchange(first, false)) {
                            begun.set_value();
                            waits.wait();
                        }
                        return one_row(text, parameters, limits);
                    },
                    options};
    std::thread slow{[&] {
        httplib::Client client{"127.0.0.1", running.port()};
        CHECK(client.Post("/db/neo4j/query/v2", return_one, "application/json")->status == 202);
    }};
    begun.get_future().wait();
    const auto refused = running.query(return_one);
    CHECK(refused->status == 503);
    CHECK(refused->get_header_value("Retry-After") == "1");
    CHECK(running.client().Get("/livez")->status == 200);
    go_on.set_value();
    slow.join();
    CHECK(running.query(return_one)->status == 202);
}

TEST_CASE("Stopping cancels queries that do not end by themselves", "[server][http]") {
    std::promise<void> begun;
    Running running{[&](std::string_view, const Map&,
                        const query::Limits& limits) -> std::unique_ptr<query::Cursor> {
        begun.set_value();
        std::promise<void> cancelled;
        const std::stop_callback on_cancel{limits.cancel, [&] { cancelled.set_value(); }};
        cancelled.get_future().wait();
        throw Error{ErrorCode::Limit, "The query was cancelled"};
    }};
    std::thread slow{[&] { CHECK(running.query(return_one)->status == 400); }};
    begun.get_future().wait();
    running.server().stop();
    slow.join();
}
