#include "graph/error.h"

#include "graph/expect.h"

#include <catch2/catch.hpp>

using namespace lintas;

TEST_CASE("Codes and details carry the names of the TCK", "[graph][error]") {
    CHECK(name(ErrorCode::Syntax) == "SyntaxError");
    CHECK(name(ErrorCode::ConstraintVerification) == "ConstraintVerificationFailed");
    CHECK(name(ErrorCode::EntityNotFound) == "EntityNotFound");
    CHECK(name(ErrorDetail::None).empty());
    CHECK(name(ErrorDetail::DeleteConnectedNode) == "DeleteConnectedNode");
    CHECK(name(ErrorDetail::VariableTypeConflict) == "VariableTypeConflict");
}

TEST_CASE("An error gets a place once", "[graph][error]") {
    const Error error{ErrorCode::Type, ErrorDetail::InvalidArgumentType, "No such thing"};

    const auto placed = error.at({3, 5});
    CHECK(placed.span() == Span{3, 5});
    CHECK(placed.at({7, 9}).span() == Span{3, 5});
    CHECK(placed.detail() == ErrorDetail::InvalidArgumentType);
    CHECK(placed.what() == std::string{"No such thing"});
    CHECK_FALSE(error.span());
}

TEST_CASE("An error remembers that it was raised before any row", "[graph][error]") {
    const Error error{ErrorCode::Syntax, "Too much"};
    CHECK_FALSE(error.at_compile_time());
    CHECK(error.as_compile_time().at_compile_time());
}
