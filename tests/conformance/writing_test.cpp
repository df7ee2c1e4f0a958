// What every store that can be written to promises its writers.
#include "graph/error.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

#include "random_seed.h"
#include "temporary_folder.h"
#include "tests/conformance/check_snapshot.h"
#include "tests/conformance/random_load.h"
#include "tests/conformance/random_writer.h"
#include "tests/conformance/stores.h"

using namespace lintas;
using namespace lintas::conformance;

namespace {

struct EmptyStore {
    testing::TemporaryFolder folder;
    std::unique_ptr<Store> store;

    explicit EmptyStore(const StoreKind& kind)
        : store{kind.build(folder.path(), [](BulkLoad&) {})} {}
};

// Runs the check over each kind of store that can be written to.
template <typename Check> void for_each_writable_store(Check check) {
    for (const auto& kind : store_kinds()) {
        if (!kind.can_write) continue;
        DYNAMIC_SECTION(kind.name) {
            const EmptyStore empty{kind};
            check(*empty.store);
        }
    }
}

std::uint64_t node_count(const Snapshot& snapshot) {
    ScanPosition position;
    Nodes nodes;
    while (snapshot.scan(position, std::optional<LabelId>{}, nodes)) {
    }
    return nodes.size();
}

} // namespace

TEST_CASE("A transaction sees its own writes, a snapshot does not", "[conformance][writing]") {
    for_each_writable_store([](Store& store) {
        const auto before = store.snapshot();
        const auto transaction = store.begin();
        const auto node = transaction->create_node({});
        transaction->set_property(node, transaction->key("k"), 1);

        CHECK(transaction->exists(node));
        CHECK(transaction->properties(node).size() == 1);
        CHECK(transaction->statistics().nodes == 1);
        CHECK_FALSE(store.snapshot()->exists(node));

        transaction->commit();
        CHECK(store.snapshot()->exists(node));
        CHECK_FALSE(before->exists(node));
        CHECK_FALSE(before->symbols().keys.find("k"));
    });
}

TEST_CASE("A transaction that is not committed leaves no trace", "[conformance][writing]") {
    for_each_writable_store([](Store& store) {
        const auto version = store.snapshot()->version();
        {
            const auto transaction = store.begin();
            const auto label = transaction->label("A");
            transaction->create_node({&label, 1});
        }
        CHECK(node_count(*store.snapshot()) == 0);
        CHECK_FALSE(store.snapshot()->symbols().labels.find("A"));
        CHECK(store.snapshot()->version() == version);
    });
}

TEST_CASE("A transaction still reads after its commit, and writes no more",
          "[conformance][writing]") {
    for_each_writable_store([](Store& store) {
        const auto transaction = store.begin();
        const auto node = transaction->create_node({});
        transaction->commit();
        store.begin()->create_node({});

        CHECK(node_count(*transaction) == 1);
        CHECK_THROWS_AS(transaction->create_node({}), Error);
        CHECK_THROWS_AS(transaction->set_property(node, KeyId{0}, 1), Error);
    });
}

TEST_CASE("The version grows with every commit, the identity stays", "[conformance][writing]") {
    for_each_writable_store([](Store& store) {
        const auto first = store.snapshot();
        auto version = first->version();
        for (int round = 0; round < 3; ++round) {
            const auto transaction = store.begin();
            transaction->create_node({});
            transaction->commit();
            CHECK(store.snapshot()->version() > version);
            version = store.snapshot()->version();
        }
        CHECK(store.snapshot()->identity() == first->identity());
    });
}

TEST_CASE("Ids are never given twice, not even within a transaction", "[conformance][writing]") {
    for_each_writable_store([](Store& store) {
        std::set<NodeId> nodes;
        std::set<RelationshipId> relationships;
        for (int round = 0; round < 20; ++round) {
            const auto transaction = store.begin();
            for (int pair = 0; pair < 3; ++pair) {
                const auto node = transaction->create_node({});
                const auto relationship =
                    transaction->create_relationship(node, transaction->type("T"), node);
                CHECK(nodes.insert(node).second);
                CHECK(relationships.insert(relationship).second);
                transaction->delete_relationship(relationship);
                transaction->delete_node(node);
            }
            transaction->commit();
        }
        CHECK(node_count(*store.snapshot()) == 0);
    });
}

TEST_CASE("A connected node cannot be deleted", "[conformance][writing]") {
    for_each_writable_store([](Store& store) {
        const auto transaction = store.begin();
        const auto node = transaction->create_node({});
        const auto loop = transaction->create_relationship(node, transaction->type("T"), node);
        try {
            transaction->delete_node(node);
            FAIL("A connected node was deleted");
        } catch (const Error& error) {
            CHECK(error.detail() == ErrorDetail::DeleteConnectedNode);
        }
        transaction->delete_relationship(loop);
        CHECK_NOTHROW(transaction->delete_node(node));
        CHECK_THROWS_AS(transaction->labels(node), Error);
    });
}

TEST_CASE("Random writes leave what they should, and old snapshots alone",
          "[conformance][writing]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    for_each_writable_store([seed](Store& store) {
        testing::RandomValues random{seed};
        ExpectedGraph committed;
        std::vector<std::pair<std::shared_ptr<const Snapshot>, ExpectedGraph>> past;
        for (int round = 0; round < 60; ++round) {
            auto expected = committed;
            const auto transaction = store.begin();
            RandomWriter writer{*transaction, expected, random};
            for (auto left = random.below(40); left > 0; --left) writer.write();
            check_snapshot(*transaction, expected, random);
            if (random.below(4) == 0) continue;
            transaction->commit();
            committed = std::move(expected);
            check_snapshot(*store.snapshot(), committed, random);
            if (round % 10 == 0) past.emplace_back(store.snapshot(), committed);
        }
        for (const auto& [snapshot, expected] : past) check_snapshot(*snapshot, expected, random);
    });
}

TEST_CASE("A loaded graph can be written to", "[conformance][writing]") {
    for (const auto& kind : store_kinds()) {
        if (!kind.can_write) continue;
        DYNAMIC_SECTION(kind.name) {
            const auto seed = testing::random_seed();
            CAPTURE(seed);
            testing::RandomValues random{seed};
            const testing::TemporaryFolder folder;
            LoadedGraph loaded;
            const auto store = kind.build(folder.path(), [&](BulkLoad& load) {
                loaded = load_random_graph(load, {}, random);
            });
            auto expected = identify(loaded, *store->snapshot());
            const auto transaction = store->begin();
            RandomWriter writer{*transaction, expected, random};
            for (int left = 0; left < 200; ++left) writer.write();
            transaction->commit();
            check_snapshot(*store->snapshot(), expected, random);
        }
    }
}

TEST_CASE("Readers never see half a transaction", "[conformance][writing]") {
    for_each_writable_store([](Store& store) {
        std::atomic<bool> done = false;
        std::atomic<int> halves = 0;
        std::thread reader{[&] {
            while (!done) halves += node_count(*store.snapshot()) % 2 == 1 ? 1 : 0;
        }};
        for (int round = 0; round < 200; ++round) {
            const auto transaction = store.begin();
            transaction->create_node({});
            transaction->create_node({});
            if (round % 3 > 0) transaction->commit();
        }
        done = true;
        reader.join();
        CHECK(halves == 0);
    });
}

TEST_CASE("Writers on many threads take turns", "[conformance][writing]") {
    for_each_writable_store([](Store& store) {
        std::vector<std::thread> writers;
        for (int writer = 0; writer < 4; ++writer) {
            writers.emplace_back([&] {
                for (int round = 0; round < 25; ++round) {
                    const auto transaction = store.begin();
                    transaction->create_node({});
                    transaction->commit();
                }
            });
        }
        for (auto& writer : writers) writer.join();
        CHECK(node_count(*store.snapshot()) == 100);
    });
}
