#include "query/explicit_transaction.h"

#include "graph/error.h"
#include "graph/memory_store.h"
#include "query/bookmark.h"
#include "query/engine.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <functional>
#include <thread>

using namespace lintas;
using namespace lintas::query;
using namespace std::chrono_literals;

namespace {

std::vector<std::vector<Value>> rows_of(Cursor& cursor) {
    std::vector<std::vector<Value>> rows;
    for (std::vector<Value> row; cursor.next(row);) rows.push_back(row);
    return rows;
}

struct TransactedWorld {
    std::unique_ptr<Store> store = make_memory_store();
    Engine engine{*store};

    std::int64_t count() {
        return rows_of(*engine.run("MATCH (n) RETURN count(*)")).at(0).at(0).integer();
    }
};

std::int64_t count_in(ExplicitTransaction& transaction) {
    return rows_of(*transaction.run("MATCH (n) RETURN count(*)")).at(0).at(0).integer();
}

ErrorDetail detail_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Transaction);
        return error.detail();
    }
    return ErrorDetail::None;
}

// Until it holds, but not for ever.
bool comes_true(const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::yield();
    }
    return true;
}

} // namespace

TEST_CASE("Statements of a transaction see what those before them changed, others do not",
          "[query][transaction]") {
    TransactedWorld world;
    auto transaction = world.engine.begin();
    transaction.run("CREATE (:A {n: 1})");
    const auto created = transaction.run("MATCH (a:A) CREATE (a)-[:T]->(b:B) SET a.n = 2");
    CHECK(created->summary().counters.nodes_created == 1);
    CHECK(created->summary().counters.relationships_created == 1);
    CHECK(created->summary().counters.properties_set == 1);
    CHECK(count_in(transaction) == 2);
    CHECK(world.count() == 0);
    const auto bookmark = transaction.commit();
    CHECK(world.count() == 2);
    CHECK(bookmark == bookmark_of(*world.store->snapshot(), 1));
}

TEST_CASE("A transaction that is rolled back, or dropped, leaves no trace",
          "[query][transaction]") {
    TransactedWorld world;
    auto transaction = world.engine.begin();
    transaction.run("CREATE (:A)");
    transaction.roll_back();
    transaction.roll_back();
    CHECK(detail_of([&] { transaction.run("CREATE (:A)"); }) == ErrorDetail::TransactionOver);
    CHECK(detail_of([&] { transaction.commit(); }) == ErrorDetail::TransactionOver);
    { world.engine.begin().run("CREATE (:A)"); }
    CHECK(world.count() == 0);
    CHECK(world.store->snapshot()->version() == 0);
    world.engine.run("CREATE (:A)");
    CHECK(world.count() == 1);
}

TEST_CASE("After a statement failed a transaction can only be rolled back",
          "[query][transaction]") {
    TransactedWorld world;
    for (const auto* statement : {"RETRN 1", "UNWIND [1, 'a'] AS x RETURN x + 1 - 'a'",
                                  "CREATE (:A) WITH 1 AS x MATCH (n) RETURN n.x.y.z + $missing"}) {
        INFO(statement);
        auto transaction = world.engine.begin();
        transaction.run("CREATE (:A)");
        CHECK_THROWS_AS(rows_of(*transaction.run(statement)), Error);
        CHECK(detail_of([&] { transaction.run("RETURN 1"); }) == ErrorDetail::TransactionFailed);
        CHECK(detail_of([&] { transaction.commit(); }) == ErrorDetail::TransactionFailed);
        transaction.roll_back();
    }
    CHECK(world.count() == 0);
}

TEST_CASE("A reading statement that fails half-way fails its transaction", "[query][transaction]") {
    TransactedWorld world;
    auto transaction = world.engine.begin();
    const auto cursor = transaction.run("UNWIND [1, 'a'] AS x RETURN toInteger(x) / 0");
    std::vector<Value> row;
    CHECK_THROWS_AS(cursor->next(row), Error);
    CHECK(detail_of([&] { transaction.run("RETURN 1"); }) == ErrorDetail::TransactionFailed);
}

TEST_CASE("A transaction keeps its view while others commit", "[query][transaction]") {
    TransactedWorld world;
    world.engine.run("CREATE (:A)");
    auto transaction = world.engine.begin();
    CHECK(count_in(transaction) == 1);
    world.engine.run("CREATE (:A)");
    CHECK(count_in(transaction) == 1);
    SECTION("and may not write any more, since it read what is no longer so") {
        CHECK(detail_of([&] { transaction.run("CREATE (:A)"); }) ==
              ErrorDetail::TransactionOutdated);
        CHECK(world.count() == 2);
    }
    SECTION("and commits what it read as its bookmark") {
        CHECK(transaction.commit() == bookmark_of(*world.store->snapshot(), 1));
    }
}

TEST_CASE("A transaction that only reads lets others write; one that writes does not",
          "[query][transaction]") {
    TransactedWorld world;
    auto reader = world.engine.begin();
    CHECK(count_in(reader) == 0);
    auto writer = world.engine.begin();
    writer.run("CREATE (:A)");
    Limits limits;
    limits.writer_wait = 1ms;
    CHECK(detail_of([&] { world.engine.run("CREATE (:B)", {}, limits); }) ==
          ErrorDetail::WriterBusy);
    limits.writer_wait = 0ms;
    limits.time = 1ms;
    CHECK(detail_of([&] { world.engine.run("CREATE (:B)", {}, limits); }) ==
          ErrorDetail::WriterBusy);
    CHECK(world.count() == 0);
    writer.commit();
    world.engine.run("CREATE (:B)");
    CHECK(world.count() == 2);
    CHECK(count_in(reader) == 0);
}

TEST_CASE("Who waits to write can be cancelled", "[query][transaction]") {
    TransactedWorld world;
    auto writer = world.engine.begin();
    writer.run("CREATE (:A)");
    std::stop_source stop;
    Limits limits;
    limits.cancel = stop.get_token();
    auto code = ErrorCode::Internal;
    std::thread waiting{[&] {
        try {
            world.engine.run("CREATE (:B)", {}, limits);
        } catch (const Error& error) {
            code = error.code();
        }
    }};
    stop.request_stop();
    waiting.join();
    CHECK(code == ErrorCode::Limit);
}

TEST_CASE("What may only be read is not written to", "[query][transaction]") {
    TransactedWorld world;
    TransactionOptions reading;
    reading.access = Access::Read;
    auto transaction = world.engine.begin(reading);
    CHECK(count_in(transaction) == 0);
    CHECK(detail_of([&] { transaction.run("CREATE (:A)"); }) == ErrorDetail::ReadOnlyTransaction);
    CHECK(detail_of([&] { world.engine.run("CREATE (:A)", {}, {}, Access::Read); }) ==
          ErrorDetail::ReadOnlyTransaction);

    Engine read_only{*world.store, {.read_only = true}};
    CHECK(detail_of([&] { read_only.run("CREATE (:A)"); }) == ErrorDetail::ReadOnlyStore);
    auto other = read_only.begin();
    CHECK(detail_of([&] { other.run("CREATE (:A)"); }) == ErrorDetail::ReadOnlyStore);
    CHECK(read_only.run("EXPLAIN CREATE (:A)")->summary().plan);
    CHECK(world.count() == 0);
}

TEST_CASE("An idle transaction is rolled back, and lets the next writer in",
          "[query][transaction]") {
    TransactedWorld world;
    TransactionOptions options;
    options.idle_time = 1ms;
    auto idle = world.engine.begin(options);
    try {
        idle.run("CREATE (:A)");
    } catch (const Error& error) {
        CHECK(error.detail() == ErrorDetail::TransactionOver);
    }
    world.engine.run("CREATE (:B)");
    CHECK(comes_true([&] { return idle.is_over(); }));
    CHECK(detail_of([&] { idle.commit(); }) == ErrorDetail::TransactionOver);
    CHECK(detail_of([&] { idle.keep_alive(); }) == ErrorDetail::TransactionOver);
    CHECK(world.count() == 1);
}

TEST_CASE("A transaction is rolled back at its greatest age, however busy it is",
          "[query][transaction]") {
    TransactedWorld world;
    TransactionOptions options;
    options.idle_time = 1h;
    options.longest_time = 10ms;
    auto busy = world.engine.begin(options);
    CHECK(busy.expiry() < std::chrono::system_clock::now() + 1min);
    CHECK(comes_true([&] {
        try {
            busy.keep_alive();
            return false;
        } catch (const Error& error) {
            return error.detail() == ErrorDetail::TransactionOver;
        }
    }));
}

TEST_CASE("A transaction that is kept alive expires later", "[query][transaction]") {
    TransactedWorld world;
    TransactionOptions options;
    options.idle_time = 1h;
    auto transaction = world.engine.begin(options);
    const auto before = transaction.expiry();
    CHECK(before > std::chrono::system_clock::now() + 59min);
    std::this_thread::yield();
    transaction.keep_alive();
    CHECK(transaction.expiry() >= before);
    CHECK_FALSE(transaction.is_over());
}

TEST_CASE("A transaction is used by one at a time", "[query][transaction]") {
    TransactedWorld world;
    auto transaction = world.engine.begin();
    std::atomic<bool> is_running = false;
    std::stop_source stop;
    world.engine.run("UNWIND range(1, 300) AS n CREATE (:N {n: n})");
    Limits limits;
    limits.cancel = stop.get_token();
    std::thread slow{[&] {
        is_running = true;
        try {
            rows_of(*transaction.run("CREATE (:A) WITH 1 AS x MATCH (a), (b), (c), (d) "
                                     "RETURN count(a.n + b.n + c.n + d.n)",
                                     {}, limits));
        } catch (const Error&) {
        }
        is_running = false;
    }};
    CHECK(comes_true([&] {
        return is_running &&
               detail_of([&] { transaction.keep_alive(); }) == ErrorDetail::AccessedConcurrently;
    }));
    stop.request_stop();
    slow.join();
    CHECK(detail_of([&] { transaction.run("RETURN 1"); }) == ErrorDetail::TransactionFailed);
}

TEST_CASE("All statements of a transaction have one time of transaction", "[query][transaction]") {
    TransactedWorld world;
    auto transaction = world.engine.begin();
    const auto time = [&] {
        return rows_of(*transaction.run("RETURN toString(datetime.transaction())"))
            .at(0)
            .at(0)
            .string();
    };
    const auto first = time();
    CHECK(comes_true([&] {
        return rows_of(*world.engine.run("RETURN toString(datetime.statement())"))
                   .at(0)
                   .at(0)
                   .string() != first;
    }));
    CHECK(time() == first);
}

TEST_CASE("A bookmark is waited for", "[query][transaction]") {
    TransactedWorld world;
    world.engine.run("CREATE (:A)");
    const auto snapshot = world.store->snapshot();
    const std::vector reached{bookmark_of(*snapshot, 0), bookmark_of(*snapshot, 1)};
    world.engine.wait_for(reached, 0ms);
    const std::vector ahead{bookmark_of(*snapshot, 2)};
    CHECK(detail_of([&] { world.engine.wait_for(ahead, 1ms); }) == ErrorDetail::UnreachedBookmark);
    std::thread writer{[&] { world.engine.run("CREATE (:A)"); }};
    world.engine.wait_for(ahead, 20s);
    CHECK(world.count() == 2);
    writer.join();
    const std::vector foreign{bookmark_of(*make_memory_store()->snapshot(), 0)};
    CHECK(detail_of([&] { world.engine.wait_for(foreign, 0ms); }) == ErrorDetail::InvalidBookmark);
}

TEST_CASE("An answer with more rows than allowed changes nothing", "[query][transaction]") {
    TransactedWorld world;
    Limits limits;
    limits.rows = 2;
    CHECK_THROWS_AS(world.engine.run("UNWIND [1, 2, 3] AS n CREATE (a:A) RETURN a", {}, limits),
                    Error);
    CHECK(world.count() == 0);
    CHECK(
        rows_of(*world.engine.run("UNWIND [1, 2] AS n CREATE (a:A) RETURN a", {}, limits)).size() ==
        2);
}

TEST_CASE("Many transactions at once lose no update", "[query][transaction]") {
    TransactedWorld world;
    world.engine.run("CREATE (:Counter {n: 0})");
    constexpr int rounds = 20;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int round = 0; round < rounds;) {
                try {
                    auto transaction = world.engine.begin();
                    const auto n = rows_of(*transaction.run("MATCH (c:Counter) RETURN c.n"));
                    transaction.run("MATCH (c:Counter) SET c.n = $n",
                                    {{"n", Value{n.at(0).at(0).integer() + 1}}});
                    transaction.commit();
                    ++round;
                } catch (const Error& error) {
                    if (error.detail() != ErrorDetail::TransactionOutdated) throw;
                }
            }
        });
    threads.clear();
    CHECK(rows_of(*world.engine.run("MATCH (c:Counter) RETURN c.n")).at(0).at(0).integer() ==
          4 * rounds);
}
