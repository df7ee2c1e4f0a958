#include "server/shell/entry_reader.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::server;

namespace {

using Texts = std::vector<std::string>;

Texts texts(const std::vector<Entry>& entries) {
    Texts found;
    for (const auto& entry : entries)
        found.push_back(entry.command == nullptr
                            ? entry.text
                            : ":" + std::string{entry.command->name} + " " + entry.text);
    return found;
}

} // namespace

TEST_CASE("A statement goes over several lines, up to its semicolon", "[server][shell]") {
    EntryReader reader;
    CHECK(reader.add("MATCH (n)").empty());
    CHECK(reader.is_waiting());
    CHECK(reader.add("RETURN 'a;b'").empty());
    const auto entries = reader.add("  LIMIT 1; RETURN 2;");
    CHECK(texts(entries) == Texts{"MATCH (n)\nRETURN 'a;b'\n  LIMIT 1", "RETURN 2"});
    CHECK(entries[0].line == 1);
    CHECK(!reader.is_waiting());
}

TEST_CASE("A string with line breaks hides semicolons and colons", "[server][shell]") {
    EntryReader reader;
    CHECK(reader.add("RETURN 'a;").empty());
    CHECK(reader.add(":exit;").empty());
    CHECK(texts(reader.add("';")) == Texts{"RETURN 'a;\n:exit;\n'"});
}

TEST_CASE("Comments and empty lines begin no statement", "[server][shell]") {
    EntryReader reader;
    CHECK(reader.add("// a note; and more").empty());
    CHECK(!reader.is_waiting());
    CHECK(reader.add("").empty());
    CHECK(texts(reader.add(":begin")) == Texts{":begin "});
    CHECK(reader.add("/* begun").empty());
    CHECK(reader.is_waiting());
    CHECK(reader.add(":exit").empty());
    CHECK(reader.add("*/").empty());
    CHECK(!reader.is_waiting());
}

TEST_CASE("A command takes its line, with or without a semicolon", "[server][shell]") {
    EntryReader reader;
    CHECK(texts(reader.add("  :param x => 'a;b';")) == Texts{":param x => 'a;b'"});
    CHECK(texts(reader.add(":EXIT;")) == Texts{":exit "});
    CHECK(texts(reader.add(":source some file.cypher")) == Texts{":source some file.cypher"});
}

TEST_CASE("A command that takes a statement waits for its semicolon", "[server][shell]") {
    EntryReader reader;
    CHECK(reader.add(":explain MATCH (n)").empty());
    CHECK(reader.is_waiting());
    CHECK(texts(reader.add("RETURN n; RETURN 1;")) ==
          Texts{":explain MATCH (n)\nRETURN n", "RETURN 1"});
    CHECK(reader.add(":profile").empty());
    CHECK(texts(reader.add("RETURN 1;")) == Texts{":profile RETURN 1"});
}

TEST_CASE("Entries know the lines they begin in", "[server][shell]") {
    EntryReader reader;
    CHECK(reader.add("").empty());
    CHECK(reader.add("RETURN 1;").front().line == 2);
    CHECK(reader.add("RETURN").empty());
    CHECK(reader.add("2;").front().line == 3);
}

TEST_CASE("The end of a script ends its last statement", "[server][shell]") {
    EntryReader reader;
    CHECK(!reader.finish());
    CHECK(reader.add("RETURN 1").empty());
    CHECK(reader.finish()->text == "RETURN 1");
    CHECK(!reader.is_waiting());
}

TEST_CASE("A command that does not exist is refused with a near name", "[server][shell]") {
    EntryReader reader;
    CHECK_THROWS_WITH(reader.add(":exut"),
                      "The shell has no command `:exut`; did you mean `:exit`?");
    CHECK_THROWS_WITH(reader.add(":xyzzy"),
                      "The shell has no command `:xyzzy`; `:help` lists those it has");
    CHECK_THROWS_WITH(reader.add(":begin now"), "`:begin` takes nothing, and there is `now`");
    CHECK(!reader.is_waiting());
}

TEST_CASE("Text that is not UTF-8 is dropped", "[server][shell]") {
    EntryReader reader;
    CHECK_THROWS_AS(reader.add("RETURN '\xFF';"), Error);
    CHECK(!reader.is_waiting());
}

TEST_CASE("A long statement ends all the same", "[server][shell]") {
    EntryReader reader;
    std::size_t entries = reader.add("RETURN [").size();
    for (int line = 0; line < 5000; ++line) entries += reader.add("1,").size();
    CHECK(entries == 0);
    CHECK(reader.add("1];").size() == 1);
}
