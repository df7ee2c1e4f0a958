// What is particular to the memory store; what every store promises is in tests/conformance.
#include "graph/memory_store.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

#include <thread>

using namespace lintas;

TEST_CASE("A writer waits for the one before it", "[graph][memory_store]") {
    const auto store = make_memory_store();
    auto first = store->begin();
    first->create_node({});

    std::thread second{[&] {
        const auto transaction = store->begin();
        transaction->create_node({});
        transaction->commit();
    }};
    CHECK(store->snapshot()->statistics().nodes == 0);
    first->commit();
    second.join();
    CHECK(store->snapshot()->statistics().nodes == 2);
}

TEST_CASE("An abandoned transaction lets the next writer in", "[graph][memory_store]") {
    const auto store = make_memory_store();
    for (int round = 0; round < 3; ++round) store->begin()->create_node({});
    CHECK(store->snapshot()->statistics().nodes == 0);
    CHECK(store->snapshot()->version() == 0);
}

TEST_CASE("Who waits for a writer in vain gets no transaction", "[graph][memory_store]") {
    const auto store = make_memory_store();
    auto first = store->begin();
    CHECK(store->begin(std::chrono::milliseconds{1}) == nullptr);
    first->commit();
    CHECK(store->begin(std::chrono::milliseconds{0}) != nullptr);
}

TEST_CASE("A transaction is over after its commit", "[graph][memory_store]") {
    const auto store = make_memory_store();
    const auto transaction = store->begin();
    transaction->commit();
    CHECK_THROWS_AS(transaction->create_node({}), Error);
    CHECK_THROWS_AS(transaction->commit(), Error);
    CHECK_NOTHROW(store->begin());
}

TEST_CASE("A snapshot outlives its store", "[graph][memory_store]") {
    std::shared_ptr<const Snapshot> snapshot;
    {
        const auto store = make_memory_store();
        const auto transaction = store->begin();
        const auto label = transaction->label("A");
        transaction->create_node({&label, 1});
        transaction->commit();
        snapshot = store->snapshot();
    }
    CHECK(snapshot->labels(NodeId{0}) == LabelSet{LabelId{0}});
}

TEST_CASE("Every memory store has an identity of its own", "[graph][memory_store]") {
    CHECK(make_memory_store()->snapshot()->identity() !=
          make_memory_store()->snapshot()->identity());
}

TEST_CASE("The type of a deleted relationship remains known", "[graph][memory_store]") {
    const auto store = make_memory_store();
    const auto transaction = store->begin();
    const auto type = transaction->type("T");
    const auto node = transaction->create_node({});
    const auto relationship = transaction->create_relationship(node, type, node);
    transaction->delete_relationship(relationship);

    RelationshipEnds ends{NodeId{9}, NodeId{9}, TypeId{9}};
    transaction->ends({&relationship, 1}, {&ends, 1});
    CHECK(ends.type == type);
    CHECK(ends.source == node);
}
