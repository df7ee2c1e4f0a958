#include "server/shell/shell.h"

#include "graph/error.h"
#include "graph/memory_store.h"
#include "server/output/table_format.h"
#include "server/shell/stream_lines.h"
#include "temporary_folder.h"

#include <catch2/catch.hpp>

#include <deque>
#include <fstream>
#include <sstream>

using namespace lintas;
using namespace lintas::server;

namespace {

// Lines that somebody would type; the empty optional is Ctrl-C.
class TypedLines final : public LineSource {
public:
    explicit TypedLines(std::deque<std::optional<std::string>> lines) : lines_{std::move(lines)} {}

    LineRead read(const std::string& prompt, std::string& line) override {
        prompts.push_back(prompt);
        if (lines_.empty()) return LineRead::End;
        const auto next = lines_.front();
        lines_.pop_front();
        if (!next) return LineRead::Interrupted;
        line = *next;
        return LineRead::Line;
    }
    void remember(const std::string& entry) override { entries.push_back(entry); }

    std::vector<std::string> prompts;
    std::vector<std::string> entries;

private:
    std::deque<std::optional<std::string>> lines_;
};

struct Fixture {
    std::unique_ptr<Store> store = make_memory_store();
    query::Engine engine{*store};
    StringSink output;
    std::ostringstream errors;
    std::string query;
    Session session{engine, *store, {.write = write_table}, output, errors, query};
    Shell shell{session, errors, "demo"};

    void run(const std::string& script) {
        std::istringstream stream{script};
        StreamLines lines{stream};
        shell.run_script(lines, "Script");
    }
    void type(TypedLines lines) { shell.talk(lines); }
    std::int64_t nodes() {
        return static_cast<std::int64_t>(store->snapshot()->statistics().nodes);
    }
};

} // namespace

TEST_CASE("A script runs its statements, also the last without semicolon", "[server][shell]") {
    Fixture fixture;
    fixture.run("RETURN 1 AS one;\nRETURN\n2 AS two");
    CHECK(fixture.output.text() == "one\n---\n  1\n(1 row)\ntwo\n---\n  2\n(1 row)\n");
    CHECK(fixture.errors.str().empty());
}

TEST_CASE("A script ends at its first error, which says where", "[server][shell]") {
    Fixture fixture;
    CHECK_THROWS_WITH(fixture.run("CREATE ();\n\nRETURN\nx;\nCREATE ();"),
                      "Variable `x` is not defined");
    CHECK(fixture.errors.str() == "1 node created\nScript, line 3:\n");
    CHECK(fixture.query == "RETURN\nx");
    CHECK(fixture.nodes() == 1);
}

TEST_CASE("People are told of an error and go on", "[server][shell]") {
    Fixture fixture;
    TypedLines lines{{"RETURN x; CREATE ();", ":nonsense", "RETURN 1 AS a;"}};
    fixture.shell.talk(lines);
    CHECK(fixture.errors.str() == "Variable `x` is not defined\n"
                                  "  1 | RETURN x\n"
                                  "             ^\n"
                                  "The shell has no command `:nonsense`; `:help` lists those it "
                                  "has\n");
    CHECK(fixture.output.text() == "a\n-\n1\n(1 row)\n");
    CHECK(fixture.nodes() == 0);
}

TEST_CASE("The prompt tells of what is begun", "[server][shell]") {
    Fixture fixture;
    TypedLines lines{{"RETURN", "1;", ":begin", "RETURN x;", ":rollback"}};
    fixture.shell.talk(lines);
    CHECK(lines.prompts ==
          std::vector<std::string>{"demo> ", " ...> ", "demo> ", "demo*> ", "demo!> ", "demo> "});
    CHECK(lines.entries ==
          std::vector<std::string>{"RETURN\n1;", ":begin", "RETURN x;", ":rollback"});
}

TEST_CASE("Ctrl-C drops what was begun", "[server][shell]") {
    Fixture fixture;
    TypedLines lines{{"CREATE (", {}, "RETURN 1 AS a;"}};
    fixture.shell.talk(lines);
    CHECK(fixture.output.text() == "a\n-\n1\n(1 row)\n");
    CHECK(lines.entries == std::vector<std::string>{"RETURN 1 AS a;"});
}

TEST_CASE("A transaction is kept or undone as a whole", "[server][shell]") {
    Fixture fixture;
    fixture.run(":begin\nCREATE ();\nCREATE ();\n:rollback\n");
    CHECK(fixture.nodes() == 0);
    fixture.run(":begin\nCREATE ();\nCREATE ();\n:commit\n");
    CHECK(fixture.nodes() == 2);
    CHECK_THROWS_WITH(fixture.run(":commit"), Catch::Contains("No transaction is open"));
    CHECK_THROWS_WITH(fixture.run(":begin\n:begin"), Catch::Contains("open already"));
}

TEST_CASE("A transaction with a failed statement can only be undone", "[server][shell]") {
    Fixture fixture;
    fixture.type(TypedLines{{":begin", "CREATE ();", "RETURN x;", ":commit", ":rollback"}});
    CHECK_THAT(fixture.errors.str(), Catch::EndsWith("only `:rollback` is left\n"));
    CHECK(fixture.nodes() == 0);
}

TEST_CASE("A script that leaves a transaction open fails", "[server][shell]") {
    Fixture fixture;
    CHECK_THROWS_WITH(fixture.run(":begin\nCREATE ();"), Catch::Contains("rolled back"));
    CHECK(fixture.nodes() == 0);
}

TEST_CASE("Parameters are JSON or expressions, of other parameters too", "[server][shell]") {
    Fixture fixture;
    fixture.run(":param a => {\"k\": [1, null]}\n"
                ":param b => date('2026-01-02')\n"
                ":param {c: $a.k[0] + 1, d: 'x;y'}\n"
                "RETURN $a.k[0] AS a, $b.year AS b, $c AS c, $d AS d;\n"
                ":params\n");
    CHECK_THAT(fixture.output.text(), Catch::StartsWith("a |    b | c | d\n"
                                                        "--+------+---+----\n"
                                                        "1 | 2026 | 2 | x;y\n"));
    CHECK_THAT(fixture.output.text(), Catch::Contains("$b        | '2026-01-02'\n"));
    fixture.run(":params clear a\n:params clear");
    CHECK(fixture.session.parameters().empty());
    CHECK_THROWS_WITH(fixture.run(":param clear a"), "Parameter `$a` has no value");
}

TEST_CASE("The value of a parameter cannot change the graph", "[server][shell]") {
    Fixture fixture;
    CHECK_THROWS_AS(fixture.run(":param a => 1 AS x CREATE () RETURN 1"), Error);
    CHECK_THROWS_WITH(fixture.run(":param a => 1 AS x, 2"), Catch::Contains("is not one value"));
    fixture.run("CREATE ();");
    CHECK_THROWS_WITH(fixture.run(":param a => head(COLLECT { MATCH (n) RETURN n })"),
                      Catch::Contains("cannot hold a node"));
    CHECK(fixture.nodes() == 1);
}

TEST_CASE("Who forgets the colon of a command is told", "[server][shell]") {
    Fixture fixture;
    TypedLines lines{{"exit", "RETURN", "exit", "AS a", ";", "profile", "RETURN 1 AS b;"}};
    fixture.shell.talk(lines);
    CHECK_THAT(fixture.errors.str(),
               Catch::StartsWith("Commands begin with a colon: `:exit`\nVariable `exit`"));
    CHECK_THAT(fixture.output.text(), Catch::StartsWith("b\n-\n1\n"));
}

TEST_CASE("The form of answers can be changed", "[server][shell]") {
    Fixture fixture;
    fixture.run(":format ndjson\nRETURN 1 AS a;\n:format records\nRETURN 2 AS b;\n"
                ":format table\nRETURN 3 AS c;");
    CHECK(fixture.output.text() == "{\"a\":1}\n"
                                   "-- row 1\nb | 2\n(1 row)\n"
                                   "c\n-\n3\n(1 row)\n");
    CHECK_THROWS_WITH(fixture.run(":format xml"),
                      "`xml` is no format; there are `csv`, `json`, `ndjson`, `records`, `table`");
}

TEST_CASE("A file is run, and may run others", "[server][shell]") {
    Fixture fixture;
    const testing::TemporaryFolder folder;
    const auto inner = (folder.path() / "inner.cypher").string();
    const auto outer = (folder.path() / "outer.cypher").string();
    std::ofstream{inner} << "CREATE ();\n:exit\nCREATE ();\n";
    std::ofstream{outer} << "CREATE ();\n:source " << inner << "\nCREATE ();\n";
    fixture.run(":source " + outer);
    CHECK(fixture.nodes() == 2);
}

TEST_CASE("A file that cannot be read, or runs itself, ends in an error", "[server][shell]") {
    Fixture fixture;
    CHECK_THROWS_WITH(fixture.run(":source /nothing/there"),
                      "`/nothing/there` cannot be read: No such file or directory");
    CHECK_THROWS_WITH(fixture.run(":source /"), "`/` cannot be read: Is a directory");
    const testing::TemporaryFolder folder;
    const auto path = (folder.path() / "self.cypher").string();
    std::ofstream{path} << ":source " << path << "\n";
    CHECK_THROWS_WITH(fixture.run(":source " + path), Catch::Contains("more than 16 deep"));
}

TEST_CASE("The schema shows what the graph is made of", "[server][shell]") {
    Fixture fixture;
    fixture.run("CREATE (:A {x: 1})-[:T {y: 1}]->(:B);\nCREATE INDEX first FOR (n:A) ON (n.x);\n"
                ":schema\n");
    CHECK(fixture.output.text() == "label | nodes | keys\n"
                                   "------+-------+-----\n"
                                   ":A    |     1 | x\n"
                                   ":B    |     1 |\n"
                                   "(2 rows)\n\n"
                                   "pattern         | relationships | keys\n"
                                   "----------------+---------------+-----\n"
                                   "(:A)-[:T]->(:B) |             1 | y\n"
                                   "(1 row)\n\n"
                                   "CREATE RANGE INDEX first FOR (n:A) ON (n.x)\n");
}

TEST_CASE("A line is completed with what was begun before it", "[server][shell]") {
    Fixture fixture;
    TypedLines lines{{"MATCH (nail)"}};
    fixture.shell.talk(lines);
    const auto completion = fixture.shell.complete("RETURN nai");
    CHECK(completion.begin == 7);
    CHECK(completion.candidates == std::vector<std::string>{"nail"});
}

TEST_CASE("Commands and what they take are completed", "[server][shell]") {
    const Fixture fixture;
    CHECK(fixture.shell.complete(":he").candidates == std::vector<std::string>{":help"});
    const auto completion = fixture.shell.complete(":explain MAT");
    CHECK(completion.begin == 9);
    CHECK(completion.candidates == std::vector<std::string>{"MATCH"});
}
