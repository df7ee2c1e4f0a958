#include "query/bookmark.h"

#include "graph/error.h"
#include "graph/memory_store.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query;

TEST_CASE("A bookmark names a version of its own store", "[query][bookmark]") {
    const auto store = make_memory_store();
    const auto snapshot = store->snapshot();
    CHECK(version_of(*snapshot, bookmark_of(*snapshot, 0)) == 0);
    CHECK(version_of(*snapshot, bookmark_of(*snapshot, 7)) == 7);
}

TEST_CASE("A bookmark of another store, and text that is none, is refused", "[query][bookmark]") {
    const auto store = make_memory_store();
    const auto snapshot = store->snapshot();
    const auto own = bookmark_of(*snapshot, 1);
    const auto foreign = bookmark_of(*make_memory_store()->snapshot(), 1);
    for (const std::string& text :
         {std::string{}, std::string{"lintas:"}, std::string{"FB:kcwQ1"}, foreign, own + "x",
          own + "99999999999999999999", bookmark_of(*snapshot, 0) + "-1"}) {
        INFO(text);
        CHECK_THROWS_AS(version_of(*snapshot, text), Error);
    }
}
