#include "server/http/bookmark.h"

#include "graph/memory_store.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::server;

TEST_CASE("A bookmark is reached by its own store from its version on", "[server][http]") {
    const auto store = make_memory_store();
    const auto snapshot = store->snapshot();
    const auto version = snapshot->version();
    CHECK(reaches(*snapshot, bookmark_of(*snapshot, version)));
    CHECK_FALSE(reaches(*snapshot, bookmark_of(*snapshot, version + 1)));
    CHECK_FALSE(reaches(*snapshot, bookmark_of(*make_memory_store()->snapshot(), 0)));
    for (const auto* text : {"", "lintas:", "x", "FB:kcwQ1"}) CHECK_FALSE(reaches(*snapshot, text));
    CHECK_FALSE(reaches(*snapshot, bookmark_of(*snapshot, version) + "x"));
}
