#include "query/run/select_or_null.h"

#include "query/run/scattered_column.h"

#include <catch2/catch.hpp>

namespace lintas::query {
namespace {

std::string texts_of_column(const Column& column) {
    std::string texts_of_column;
    for (std::size_t row = 0; row < column.size(); ++row)
        texts_of_column += to_text(column.value(row)) + " ";
    return texts_of_column;
}

} // namespace

TEST_CASE("Rows that are missing are null, in every kind of column", "[run][column]") {
    const std::uint32_t rows[] = {1, no_row, 0};
    CHECK(texts_of_column(select_or_null(Column{Integers{5, 6}}, rows)) == "6 null 5 ");
    CHECK(texts_of_column(select_or_null(Column{Integers{5, 6}, {1, 0}}, rows)) == "6 null null ");
    CHECK(texts_of_column(select_or_null(Column{Boxed{5, 6}}, rows)) == "6 null 5 ");
    CHECK(texts_of_column(select_or_null(Column{Constant{Value{5}, 2}}, rows)) == "5 null 5 ");
    CHECK(texts_of_column(select_or_null(typed_column({"a", "b"}), rows)) == "'b' null 'a' ");
    const std::uint32_t none[] = {no_row, no_row};
    CHECK(texts_of_column(select_or_null(Column{Integers{}}, none)) == "null null ");
}

TEST_CASE("A spread column is null between its rows", "[run][column]") {
    const std::uint32_t rows[] = {0, 2};
    CHECK(texts_of_column(spread(Column{Integers{5, 6}}, rows, 4)) == "5 null 6 null ");
    CHECK(texts_of_column(spread(Column{Integers{5, 6}}, rows, 2)) == "5 6 ");
}

TEST_CASE("A column is put together from pieces in any order", "[run][column]") {
    ScatteredColumn scattered;
    scattered.add({3, 1}, Column{Integers{30, 10}});
    scattered.add({0}, typed_column({"text"}));
    CHECK(texts_of_column(scattered.whole(4)) == "'text' 10 null 30 ");
    CHECK(texts_of_column(ScatteredColumn{}.whole(2)) == "null null ");
}

} // namespace lintas::query
