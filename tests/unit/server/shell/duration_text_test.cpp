#include "server/shell/duration_text.h"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using lintas::server::duration_text;

TEST_CASE("Times are said in three digits", "[server][shell]") {
    CHECK(duration_text(412us) == "0.41 ms");
    CHECK(duration_text(12'345us) == "12.3 ms");
    CHECK(duration_text(999ms) == "999 ms");
    CHECK(duration_text(1234ms) == "1.23 s");
    CHECK(duration_text(59'900ms) == "59.9 s");
    CHECK(duration_text(125s) == "2 min 5 s");
}
