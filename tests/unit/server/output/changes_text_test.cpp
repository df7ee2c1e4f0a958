#include "server/output/changes_text.h"

#include <catch2/catch.hpp>

using namespace lintas;
using lintas::server::changes_text;

TEST_CASE("Changes are told in words, and none by nothing", "[server][output]") {
    query::Counters counters;
    CHECK(changes_text(counters).empty());
    counters.nodes_created = 2;
    counters.properties_set = 1;
    counters.indexes_removed = 3;
    CHECK(changes_text(counters) == "2 nodes created, 1 property set, 3 indexes removed");
}
