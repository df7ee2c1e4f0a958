#include "server/http/turns.h"

#include <catch2/catch.hpp>

#include <thread>

using namespace lintas::server;
using namespace std::chrono_literals;

TEST_CASE("No more turns are held than there are places", "[server][http]") {
    Turns turns{2};
    auto first = turns.take(0ms);
    const auto second = turns.take(0ms);
    CHECK(first);
    CHECK(second);
    CHECK_FALSE(turns.take(0ms));
    first.reset();
    CHECK(turns.take(0ms));
}

TEST_CASE("Who waits gets the turn that is given back", "[server][http]") {
    Turns turns{1};
    auto held = turns.take(0ms);
    std::thread waiter{[&] { CHECK(turns.take(10s)); }};
    held.reset();
    waiter.join();
    CHECK(turns.wait_for_all(0ms));
}

TEST_CASE("After closing there are no turns, and who waits is told", "[server][http]") {
    Turns turns{1};
    const auto held = turns.take(0ms);
    std::thread waiter{[&] { CHECK_FALSE(turns.take(10s)); }};
    turns.close();
    waiter.join();
    CHECK_FALSE(turns.wait_for_all(0ms));
}
