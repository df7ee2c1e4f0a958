#include "query/run/truths.h"

#include <catch2/catch.hpp>

namespace lintas::query {

TEST_CASE("Truths come from any column of booleans and nulls, and go back", "[run][truth]") {
    const Truths wanted{Truth::True, Truth::False, Truth::Null};
    CHECK(truths_of(Column{Booleans{1, 0, 1}, {0, 0, 1}}, "`AND`", {}) == wanted);
    CHECK(truths_of(Column{Boxed{true, false, Value{}}}, "`AND`", {}) == wanted);
    CHECK(truths_of(column_of(wanted), "`AND`", {}) == wanted);
    CHECK(truths_of(Column{Constant{Value{}, 2}}, "`AND`", {}) == Truths(2, Truth::Null));
}

TEST_CASE("Null is not among the true rows", "[run][truth]") {
    CHECK(true_rows_of(Column{Booleans{1, 0, 1}}, "x", {}) == RowNumbers{0, 2});
    CHECK(true_rows_of(Column{Booleans{1, 0, 1}, {0, 0, 1}}, "x", {}) == RowNumbers{0});
    CHECK(true_rows_of(Column{Constant{Value{true}, 2}}, "x", {}) == RowNumbers{0, 1});
}

TEST_CASE("What is no boolean is refused with its place", "[run][truth]") {
    try {
        truths_of(Column{Integers{1}}, "`AND`", {3, 4});
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Type);
        CHECK(error.detail() == ErrorDetail::InvalidArgumentType);
        CHECK(error.span() == Span{3, 4});
        CHECK(std::string{error.what()} == "`AND` needs a boolean, but found `1`");
    }
}

} // namespace lintas::query
