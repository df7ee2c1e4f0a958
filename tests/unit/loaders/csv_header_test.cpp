#include "loaders/csv_header.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

using namespace lintas::loaders;
using Catch::Matchers::Contains;

namespace {

CsvHeader header(const std::vector<std::string>& fields) { return read_header(fields, "x.csv"); }

} // namespace

TEST_CASE("A header names columns, their types, roles and groups", "[csv]") {
    const auto read = header({"id:ID(Person)", "name", "age:int", "tags:STRING[]", ":LABEL",
                              "note:IGNORE", "at:datetime{timezone:+02:00}"});
    REQUIRE(read.columns.size() == 7);
    CHECK_FALSE(read.is_relationships);
    CHECK(read.columns[0].role == ColumnRole::Id);
    CHECK(read.columns[0].name == "id");
    CHECK(read.columns[0].group == "Person");
    CHECK(read.columns[1].type == ScalarType::String);
    CHECK(read.columns[2].type == ScalarType::Int);
    CHECK(read.columns[3].is_list);
    CHECK(read.columns[4].role == ColumnRole::Labels);
    CHECK(read.columns[5].role == ColumnRole::Ignored);
    CHECK(read.columns[6].type == ScalarType::ZonedDateTime);
    CHECK(read.columns[6].option == "timezone:+02:00");
}

TEST_CASE("A header with START_ID and END_ID is one of relationships", "[csv]") {
    const auto read = header({":START_ID(Person)", ":END_ID(City)", ":TYPE", "since:LONG"});
    CHECK(read.is_relationships);
    CHECK(read.find(ColumnRole::EndId) == 1);
    CHECK(read.columns[1].group == "City");
}

TEST_CASE("An ID column may say that its ids are integers or strings", "[csv]") {
    CHECK(header({"id:ID(Person){id-type: int}"}).columns[0].ids_are_integers == true);
    CHECK(header({"id:ID{id-type:string}"}).columns[0].ids_are_integers == false);
    CHECK_THROWS_WITH(header({"id:ID{id-type:mood}"}), Contains("unknown id-type"));
}

TEST_CASE("A header that cannot be is told what is wrong", "[csv]") {
    CHECK_THROWS_WITH(header({"a:INT64"}),
                      Contains("column 1 `a:INT64` has the unknown type `INT64`; allowed are int"));
    CHECK_THROWS_WITH(header({"a", ""}), Contains("column 2 `` has no name"));
    CHECK_THROWS_WITH(header({":NAME"}), Contains("is not known"));
    CHECK_THROWS_WITH(header({":START_ID"}), Contains("has `:START_ID` but not `:END_ID`"));
    CHECK_THROWS_WITH(header({":END_ID"}), Contains("has `:END_ID` but not `:START_ID`"));
    CHECK_THROWS_WITH(header({":ID", "b:ID"}), Contains("names `:id` more than once"));
    CHECK_THROWS_WITH(header({":ID", ":START_ID", ":END_ID"}), Contains("both `:ID`"));
    CHECK_THROWS_WITH(header({":START_ID", ":END_ID", ":LABEL"}), Contains("both `:LABEL`"));
    CHECK_THROWS_WITH(header({"a", ":TYPE"}), Contains("has `:TYPE` but not"));
    CHECK_THROWS_WITH(header({"a", "a:int"}), Contains("names the property `a` twice"));
    CHECK_THROWS_WITH(header({std::string(1000, 'a') + ":b"}), Contains("..."));
}

TEST_CASE("A first line of values is not taken for a header", "[csv]") {
    CHECK_THROWS_WITH(header({"Synthetic A", "1999"}),
                      Contains("would name a property `1999`, which is a value"));
    CHECK_THROWS_WITH(header({"2020-01-31", "x"}), Contains("`2020-01-31`, which is a value"));
    CHECK_THROWS_WITH(header({"-3.5e7"}), Contains("`-3.5e7`, which is a value"));
    CHECK_THROWS_WITH(header({"12:30"}), Contains("is a value"));
    CHECK_NOTHROW(header({"name", "2nd name", "+", "3rd"}));
    CHECK_NOTHROW(header({":ID", "1999"}));
}

TEST_CASE("The delimiter is the one that cuts the first line most often", "[csv]") {
    CHECK(find_delimiter("a,b;c,d\n") == ',');
    CHECK(find_delimiter("\n\"a,b,c\";\"d\"\n") == ';');
    CHECK(find_delimiter(":START_ID(Person)|:END_ID(Person)|at:LONG\n") == '|');
    CHECK(find_delimiter("a\tb\n1,2,3,4") == '\t');
    CHECK(find_delimiter("one") == ',');
    CHECK(find_delimiter("") == ',');
}
