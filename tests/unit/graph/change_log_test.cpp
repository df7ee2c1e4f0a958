#include "graph/change_log.h"

#include <catch2/catch.hpp>

using namespace lintas;

namespace {

Touched node(std::uint32_t id) { return {{NodeId{id}}, {}}; }

} // namespace

TEST_CASE("A change log gives what lies between two versions", "[change_log]") {
    ChangeLog log;
    log.record(0, 1, node(10));
    log.record(1, 4, node(11));
    log.record(4, 5, node(12));
    Touched found;
    CHECK(log.collect(0, 5, found));
    CHECK(found.nodes == std::vector{NodeId{10}, NodeId{11}, NodeId{12}});
    found = {};
    CHECK(log.collect(1, 4, found));
    CHECK(found.nodes == std::vector{NodeId{11}});
    CHECK(log.collect(4, 4, found));
    CHECK(found.nodes.size() == 1);
}

TEST_CASE("A change log says when it does not know", "[change_log]") {
    ChangeLog log;
    Touched found;
    CHECK_FALSE(log.collect(0, 1, found));
    log.record(3, 4, node(1));
    log.record(4, 6, node(2));
    CHECK_FALSE(log.collect(2, 4, found)); // older than the oldest
    CHECK_FALSE(log.collect(4, 5, found)); // no state of this store
    CHECK_FALSE(log.collect(4, 7, found)); // newer than the newest
    CHECK_FALSE(log.collect(6, 4, found)); // backwards
    log.record(9, 10, node(3));            // a gap: what was before is forgotten
    CHECK_FALSE(log.collect(4, 6, found));
    CHECK_FALSE(log.collect(4, 10, found));
    CHECK(found.size() == 0);
    CHECK(log.collect(9, 10, found));
}

TEST_CASE("A change log forgets the oldest commits beyond its limit", "[change_log]") {
    ChangeLog log{2};
    for (std::uint32_t version = 0; version < 5; ++version)
        log.record(version, version + 1, node(version));
    Touched found;
    CHECK_FALSE(log.collect(2, 5, found));
    CHECK(log.collect(3, 5, found));
    CHECK(found.nodes == std::vector{NodeId{3}, NodeId{4}});
}

TEST_CASE("A transaction's own writes are collected once", "[change_log]") {
    Touched own = node(1);
    TouchedMark mark{7, 0, 0};
    Touched found;
    collect_own(own, mark, found);
    own.add(NodeId{1});
    own.add(RelationshipId{2});
    own.add(NodeId{3});
    collect_own(own, mark, found);
    CHECK(found.nodes == std::vector{NodeId{1}, NodeId{1}, NodeId{3}});
    CHECK(found.relationships == std::vector{RelationshipId{2}});
    CHECK(mark == TouchedMark{7, 3, 1});
}
