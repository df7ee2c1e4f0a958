#include "graph/expect.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

using namespace lintas;

TEST_CASE("A broken expectation is an internal error that names its place", "[graph][expect]") {
    CHECK_NOTHROW(expect(true, "one is one"));
    try {
        expect(false, "one is two");
        FAIL("expect() did not throw");
    } catch (const Error& error) {
        const std::string message = error.what();
        CHECK(error.code() == ErrorCode::Internal);
        CHECK(message.find("one is two") != std::string::npos);
        CHECK(message.find("expect_test.cpp:") != std::string::npos);
    }
}
