#include "server/http/transactions.h"

#include "graph/error.h"
#include "graph/memory_store.h"
#include "server/http/http_server.h"
#include "server/json/json_reader.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <httplib.h>

#include <thread>

using namespace lintas;
using namespace lintas::server;
using namespace std::chrono_literals;
using Catch::Contains;

namespace {

// A body with the statement and, behind it, further members.
std::string body_of(const std::string& statement, const std::string& members = {}) {
    return fmt::format(R"json({{"statement": "{}"{}}})json", statement, members);
}

const std::string create = body_of("CREATE (:A)", R"(, "includeCounters": true)");
const std::string count = body_of("MATCH (n) RETURN count(*)");
const std::string large = body_of("UNWIND range(1, 50000) AS n RETURN n");

// A service over an empty store, running as long as it lives, and a client of it.
class RunningTransactions {
public:
    explicit RunningTransactions(ServiceOptions options = {},
                                 const query::EngineOptions& engine = {})
        : database_{*store_, engine}, server_{database_, any_port(std::move(options))},
          thread_{[this] { server_.run(); }}, client_{"127.0.0.1", server_.port()} {
        client_.set_read_timeout(120s);
    }
    ~RunningTransactions() {
        client_.stop(); // the server waits for idle connections
        server_.stop();
        thread_.join();
    }

    struct Answer {
        int status;
        std::string body;

        Map map() const { return read_json(body).map(); }
        std::string code() const {
            return map().at("errors").list().at(0).map().at("code").string();
        }
        std::string transaction() const { return map().at("transaction").map().at("id").string(); }
        std::string bookmark() const { return map().at("bookmarks").list().at(0).string(); }
        Value first_value() const {
            return map().at("data").map().at("values").list().at(0).list().at(0);
        }
    };

    Answer post(const std::string& path, const std::string& body) {
        const auto result =
            client_.Post(("/db/neo4j/query/v2" + path).c_str(), body, "application/json");
        REQUIRE(result);
        return {result->status, result->body};
    }
    Answer roll_back(const std::string& transaction) {
        const auto result = client_.Delete(("/db/neo4j/query/v2/tx/" + transaction).c_str());
        REQUIRE(result);
        return {result->status, result->body};
    }
    std::int64_t nodes() { return std::int64_t(store_->snapshot()->statistics().nodes); }

private:
    static ServiceOptions any_port(ServiceOptions options) {
        options.port = 0;
        options.longest_wait = 50ms;
        options.grace = 2s;
        return options;
    }

    std::unique_ptr<Store> store_ = make_memory_store();
    StoreDatabase database_;
    HttpServer server_;
    std::thread thread_;
    httplib::Client client_;
};

} // namespace

TEST_CASE("Statements of an open transaction are committed together", "[server][http]") {
    RunningTransactions running;
    const auto opened = running.post("/tx", "");
    CHECK(opened.status == 202);
    CHECK_THAT(opened.body, Contains("\"expires\":\"20") && Contains("Z\"}}"));
    CHECK_FALSE(opened.map().contains("bookmarks"));
    const auto at = "/tx/" + opened.transaction();
    const auto created = running.post(at, create);
    CHECK(created.status == 202);
    CHECK_THAT(created.body, Contains("\"nodesCreated\":1") && Contains("\"queryType\":\"w\""));
    CHECK(created.transaction() == opened.transaction());
    CHECK(running.post(at, count).first_value().integer() == 1);
    CHECK(running.post("", count).first_value().integer() == 0);
    CHECK(running.post(at, "").transaction() == opened.transaction());

    const auto committed = running.post(at + "/commit", create);
    CHECK(committed.status == 202);
    CHECK_THAT(committed.body, Contains("\"nodesCreated\":1"));
    CHECK_FALSE(committed.map().contains("transaction"));
    CHECK(running.nodes() == 2);
    const auto bookmarks = fmt::format(", \"bookmarks\": [\"{}\"]", committed.bookmark());
    const auto after = running.post("", body_of("MATCH (n) RETURN count(*)", bookmarks));
    CHECK(after.first_value().integer() == 2);
    CHECK(after.bookmark() == committed.bookmark());
    CHECK(running.post(at, count).status == 404);
    CHECK(running.post(at + "/commit", "").code() ==
          "Neo.ClientError.Transaction.TransactionNotFound");
}

TEST_CASE("A transaction may open with a statement and commit without one", "[server][http]") {
    RunningTransactions running;
    const auto opened = running.post("/tx", create);
    CHECK(opened.status == 202);
    const auto committed = running.post("/tx/" + opened.transaction() + "/commit", "");
    CHECK(committed.status == 202);
    CHECK(committed.map().size() == 1);
    CHECK_THAT(committed.bookmark(), Catch::StartsWith("lintas:"));
    CHECK(running.nodes() == 1);
}

TEST_CASE("A transaction that is deleted leaves no trace", "[server][http]") {
    RunningTransactions running;
    const auto opened = running.post("/tx", create);
    const auto deleted = running.roll_back(opened.transaction());
    CHECK(deleted.status == 200);
    CHECK(deleted.body == "{}");
    CHECK(running.roll_back(opened.transaction()).status == 404);
    CHECK(running.nodes() == 0);
    CHECK(running.post("", create).status == 202);
}

TEST_CASE("Any error rolls a transaction back and forgets it", "[server][http]") {
    RunningTransactions running;
    for (const auto& bad : {body_of("RETRN 1"), body_of("UNWIND [1, 0] AS x RETURN 1 / x"),
                            body_of("RETURN $missing")}) {
        INFO(bad);
        const auto opened = running.post("/tx", create);
        const auto failed = running.post("/tx/" + opened.transaction(), bad);
        CHECK(failed.status == 400);
        CHECK(running.post("/tx/" + opened.transaction(), count).code() ==
              "Neo.ClientError.Transaction.TransactionNotFound");
    }
    const auto opened = running.post("/tx", create);
    CHECK(running.post("/tx/" + opened.transaction() + "/commit", body_of("X")).status == 400);
    CHECK(running.post("/tx", body_of("X")).status == 400);
    CHECK(running.nodes() == 0);
    CHECK(running.post("", create).status == 202);
}

TEST_CASE("An unknown transaction is not found", "[server][http]") {
    RunningTransactions running;
    for (const auto& answer : {running.post("/tx/none", count), running.post("/tx/none/commit", ""),
                               running.roll_back("none")}) {
        CHECK(answer.status == 404);
        CHECK(answer.code() == "Neo.ClientError.Transaction.TransactionNotFound");
    }
}

TEST_CASE("A writer that others have to wait for is told as an error to repeat", "[server][http]") {
    RunningTransactions running;
    const auto opened = running.post("/tx", create);
    const auto refused = running.post("", create);
    CHECK(refused.status == 400);
    CHECK(refused.code() == "Neo.TransientError.Transaction.LockAcquisitionTimeout");
    CHECK(running.post("", count).status == 202);
    CHECK(running.post("/tx/" + opened.transaction() + "/commit", "").status == 202);
    CHECK(running.post("", create).status == 202);
}

TEST_CASE("An idle transaction expires", "[server][http]") {
    ServiceOptions options;
    options.transaction_idle = 1s;
    RunningTransactions running{options};
    const auto opened = running.post("/tx", create);
    const auto end = std::chrono::steady_clock::now() + 30s;
    while (running.post("", create).status != 202 && std::chrono::steady_clock::now() < end) {
    }
    CHECK(running.post("/tx/" + opened.transaction(), count).status == 404);
    CHECK(running.nodes() == 1);
}

TEST_CASE("Only so many transactions are open at once", "[server][http]") {
    ServiceOptions options;
    options.open_transactions = 2;
    RunningTransactions running{options};
    const auto first = running.post("/tx", "");
    CHECK(running.post("/tx", "").status == 202);
    CHECK(running.post("/tx", "").status == 503);
    running.roll_back(first.transaction());
    CHECK(running.post("/tx", "").status == 202);
}

TEST_CASE("What is sent for reading changes nothing", "[server][http]") {
    RunningTransactions running;
    const auto refused = running.post("", body_of("CREATE (:A)", R"(, "accessMode": "read")"));
    CHECK(refused.status == 403);
    CHECK(refused.code() == "Neo.ClientError.Statement.AccessMode");
    const auto opened = running.post("/tx", R"({"accessMode": "READ"})");
    CHECK(running.post("/tx/" + opened.transaction(), create).code() ==
          "Neo.ClientError.Statement.AccessMode");
    CHECK(running.nodes() == 0);
}

TEST_CASE("A service that only reads says so to writers", "[server][http]") {
    RunningTransactions running{{}, {.read_only = true}};
    const auto refused = running.post("", create);
    CHECK(refused.status == 403);
    CHECK(refused.code() == "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase");
    CHECK(running.post("", count).status == 202);
}

TEST_CASE("A transaction streams a large answer and goes on", "[server][http]") {
    RunningTransactions running;
    const auto opened = running.post("/tx", create);
    const auto at = "/tx/" + opened.transaction();
    const auto answer = running.post(at, large);
    CHECK(answer.map().at("data").map().at("values").list().size() == 50'000);
    CHECK(answer.transaction() == opened.transaction());
    const auto end = running.post(at + "/commit", large);
    CHECK_THAT(end.bookmark(), Catch::StartsWith("lintas:"));
    CHECK(running.nodes() == 1);
}

TEST_CASE("A size limit that is met under a time limit is not called a timeout", "[server][http]") {
    RunningTransactions running;
    const auto failed =
        running.post("", body_of("RETURN size(reduce(s = 'x', i IN range(1, 40) | s + s)) AS size",
                                 R"(, "maxExecutionTime": 30)"));
    CHECK(failed.code() == "Neo.ClientError.Statement.LimitExceeded");
    const auto late = running.post(
        "", body_of("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)",
                    R"(, "maxExecutionTime": 1)"));
    CHECK(late.code() == "Neo.ClientError.Transaction.TransactionTimedOut");
}

TEST_CASE("A statement may ask a named snapshot, and changes nothing there", "[server][http]") {
    ServiceOptions options;
    options.open_snapshot = [](const std::string& name) -> std::unique_ptr<Store> {
        if (name != "old") return nullptr;
        auto store = make_memory_store();
        const auto graph = store->begin();
        for (int i = 0; i < 3; ++i) graph->create_node({});
        graph->commit();
        return store;
    };
    RunningTransactions running{options};
    const std::string old = R"(, "asOf": "old")";
    const auto past = running.post("", body_of("MATCH (n) RETURN count(*)", old));
    CHECK(past.first_value().integer() == 3);
    CHECK(running.post("", count).first_value().integer() == 0);
    CHECK(running.post("", body_of("CREATE (:A)", old)).status == 403);
    CHECK(running.post("", body_of("RETURN 1", R"(, "asOf": "new")")).status == 400);
    CHECK(running.post("", body_of("RETURN 1", R"(, "asOf": 1)")).status == 400);
    CHECK(running.post("/tx", R"({"asOf": "old"})").status == 400);
}

TEST_CASE("A transaction in use is not used by another request", "[server][http]") {
    const auto store = make_memory_store();
    query::Engine engine{*store};
    Transactions transactions{2};
    auto first = transactions.add(engine.begin());
    REQUIRE(first);
    const auto id = first->id();
    CHECK_THROWS_WITH(transactions.take(id), Contains("Another request uses the transaction"));
    first->keep();
    {
        const auto again = transactions.take(id);
        CHECK_THROWS_AS(transactions.take(id), Error);
    }
    CHECK_THROWS_WITH(transactions.take(id), Contains("There is no open transaction"));
}
