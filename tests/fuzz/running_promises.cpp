#include "fuzz/running_promises.h"

#include "graph/expect.h"
#include "graph/memory_store.h"
#include "graph/print.h"
#include "query/engine.h"

#include <string>
#include <vector>

namespace lintas::testing {

namespace {

// Few nodes with what patterns trip over: parallel relationships, a self-loop, both directions, a
// cycle, a lonely node, properties of every kind. The labels and types are those of the corpus.
constexpr auto graph = R"(
    CREATE (a:A:Person {name: 'a', x: 1, id: 0, age: 30, v: 1}), (b:B:Person {name: 'b', x: 2.5, id: 1, age: 41, v: [1, 2]}),
        (c:C {name: 'c', x: 'text', id: 2, at: date('2020-02-29')}), (:D:N {x: null, num: 42, for: duration('P1M')}), (n:N {num: 1}),
        (a)-[:T {x: 1, num: 1}]->(b), (a)-[:T {x: 2}]->(b), (b)-[:T]->(a), (b)-[:KNOWS {since: 2020}]->(c),
        (c)-[:R]->(c), (c)-[:REL {w: 0.5}]->(a), (n)-[:X]->(a)
)";

query::Limits limits() {
    query::Limits limits;
    limits.time = std::chrono::milliseconds{300};
    limits.memory_bytes = 32 << 20;
    limits.rows = 500;
    return limits;
}

void read_rows(query::Cursor& cursor) {
    for (std::vector<Value> row; cursor.next(row);)
        for (const auto& value : row)
            expect(!to_text(value, cursor.graph()).empty(), "every value can be printed");
}

class SmallGraph {
public:
    SmallGraph() { engine_.run(graph); }
    query::Engine& engine() { return engine_; }

private:
    const std::unique_ptr<Store> store_ = make_memory_store();
    query::Engine engine_{*store_};
};

// Runs the text by `runner`, an engine or a transaction. May it be something that has to have a
// transaction of its own, as CALL { } IN TRANSACTIONS has?
template <typename Runner> bool needs_its_own(Runner& runner, std::string_view text) {
    const Map parameters{
        {"p", Value{1}}, {"name", Value{"a"}}, {"param", Value{List{Value{1}, Value{"b"}}}}};
    try {
        read_rows(*runner.run(text, parameters, limits()));
        return false;
    } catch (const Error& error) {
        expect(error.code() != ErrorCode::Internal, "the fault lies in the query");
        expect(!error.span() || error.span()->end <= text.size(), "the span lies in the query");
        expect(!query::render(error, text).empty(), "every error can be rendered");
        return error.code() == ErrorCode::Semantic || error.code() == ErrorCode::Transaction;
    }
}

void run_on_its_own(std::string_view text) {
    SmallGraph own;
    needs_its_own(own.engine(), text);
    read_rows(*own.engine().run("MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m"));
    own.engine().run("CREATE (:After)");
}

} // namespace

// Making a graph takes longer than most queries, so what can be rolled back shares one.
void check_running(std::string_view text) {
    static SmallGraph shared;
    auto transaction = shared.engine().begin();
    const auto own = needs_its_own(transaction, text);
    transaction.roll_back();
    if (own) run_on_its_own(text);
}

} // namespace lintas::testing
