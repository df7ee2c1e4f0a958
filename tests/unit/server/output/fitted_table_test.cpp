#include "server/output/table_format.h"

#include "list_cursor.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::server;
using lintas::testing::ListCursor;

namespace {

std::string fitted(ListCursor cursor, std::size_t terminal) {
    StringSink sink;
    write_fitted_table(cursor, sink, terminal);
    return sink.text();
}

} // namespace

TEST_CASE("A table is cut to the terminal, its widest columns first", "[server][output]") {
    const ListCursor cursor{{"name", "papers"},
                            {{"Synthetic University of Hydrogen", 12}, {"東京大学と京都大学", 3}}};
    CHECK(fitted(cursor, 24) == "name            | papers\n"
                                "----------------+-------\n"
                                "Synthetic Univ… |     12\n"
                                "東京大学と京都… |      3\n"
                                "(2 rows)\n");
}

TEST_CASE("A table that fits is not cut", "[server][output]") {
    const ListCursor cursor{{"name"}, {{"Hanoi"}}};
    CHECK(fitted(cursor, 5) == "name\n-----\nHanoi\n(1 row)\n");
}

TEST_CASE("Later rows are cut to the widths of the first", "[server][output]") {
    std::vector<std::vector<Value>> rows(1001, {Value{1}});
    rows.push_back({"a longer text"});
    CHECK(fitted({{"n"}, rows}, 80).ends_with("1\n…\n(1002 rows)\n"));
}

TEST_CASE("Rows with too many columns for the terminal become records", "[server][output]") {
    const ListCursor cursor{{"name", "country", "papers"},
                            {{"Hanoi", "Viet Nam", 1}, {"X", "Y", 2}}};
    CHECK(fitted(cursor, 17) == "-- row 1\n"
                                "name  | Hanoi\n"
                                "coun… | Viet Nam\n"
                                "pape… | 1\n"
                                "-- row 2\n"
                                "name  | X\n"
                                "coun… | Y\n"
                                "pape… | 2\n"
                                "(2 rows)\n");
}
