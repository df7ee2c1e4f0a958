// What every store promises its readers.
#include "graph/error.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

#include "random_seed.h"
#include "temporary_folder.h"
#include "tests/conformance/check_snapshot.h"
#include "tests/conformance/random_load.h"
#include "tests/conformance/stores.h"

using namespace lintas;
using namespace lintas::conformance;

namespace {

// A store with a random graph in it, and what should be there.
struct RandomStore {
    testing::TemporaryFolder folder;
    testing::RandomValues random;
    LoadedGraph loaded;
    std::unique_ptr<Store> store;

    RandomStore(const StoreKind& kind, std::uint32_t seed, const RandomLoadSize& size = {})
        : random{seed}, store{kind.build(folder.path(), [&](BulkLoad& load) {
              loaded = load_random_graph(load, size, random);
          })} {}
};

} // namespace

TEST_CASE("An empty store shows an empty graph", "[conformance][reading]") {
    for (const auto& kind : store_kinds()) {
        DYNAMIC_SECTION(kind.name) {
            const testing::TemporaryFolder folder;
            testing::RandomValues random{1};
            const auto store = kind.build(folder.path(), [](BulkLoad&) {});
            check_snapshot(*store->snapshot(), {}, random);
        }
    }
}

TEST_CASE("Names without entities stay in the catalogue", "[conformance][reading]") {
    for (const auto& kind : store_kinds()) {
        DYNAMIC_SECTION(kind.name) {
            const testing::TemporaryFolder folder;
            testing::RandomValues random{1};
            const auto store = kind.build(folder.path(), [](BulkLoad& load) {
                load.label("Nobody");
                load.type("NOWHERE");
                load.key("nothing");
                load.key("nothing");
            });
            const auto snapshot = store->snapshot();
            CHECK(snapshot->symbols().labels.find("Nobody"));
            CHECK(snapshot->symbols().types.find("NOWHERE"));
            CHECK(snapshot->symbols().keys.all() == std::vector<std::string>{"nothing"});
            check_snapshot(*snapshot, {}, random);
        }
    }
}

TEST_CASE("A store shows the random multigraph that was loaded", "[conformance][reading]") {
    for (const auto& kind : store_kinds()) {
        for (int round = 0; round < 12; ++round) {
            DYNAMIC_SECTION(kind.name << " " << round) {
                const auto seed = testing::random_seed();
                CAPTURE(seed);
                RandomStore sample{kind, seed};
                const auto snapshot = sample.store->snapshot();
                check_snapshot(*snapshot, identify(sample.loaded, *snapshot), sample.random);
            }
        }
    }
}

TEST_CASE("A store shows a graph of many groups of ids", "[conformance][reading][large]") {
    for (const auto& kind : store_kinds()) {
        if (!kind.takes_large) continue;
        DYNAMIC_SECTION(kind.name) {
            const auto seed = testing::random_seed();
            CAPTURE(seed);
            RandomStore sample{kind, seed, {8, 60'000, 5, 80'000, 12}};
            const auto snapshot = sample.store->snapshot();
            check_snapshot(*snapshot, identify(sample.loaded, *snapshot), sample.random, 2'000);
        }
    }
}

TEST_CASE("A node has more relationships than a group has ids", "[conformance][reading][large]") {
    constexpr std::size_t many = 70'000;
    for (const auto& kind : store_kinds()) {
        DYNAMIC_SECTION(kind.name) {
            const auto seed = testing::random_seed();
            CAPTURE(seed);
            testing::RandomValues random{seed};
            const testing::TemporaryFolder folder;
            LoadedGraph loaded;
            const auto store = kind.build(folder.path(), [&](BulkLoad& load) {
                Nodes nodes;
                load.add_nodes({}, 3'000, {}, nodes);
                for (const auto node : nodes) loaded.nodes[node];
                const Nodes hub(many, nodes[1'500]);
                Nodes others;
                for (std::size_t row = 0; row < many; ++row) {
                    others.push_back(nodes[random.below(nodes.size())]);
                    loaded.relationships.push_back({hub[row], "T", others[row], {}});
                    loaded.relationships.push_back({others[row], "U", hub[row], {}});
                }
                load.add_relationships(load.type("T"), hub, others, {});
                load.add_relationships(load.type("U"), others, hub, {});
            });
            check_snapshot(*store->snapshot(), identify(loaded, *store->snapshot()), random);
        }
    }
}

TEST_CASE("Many threads read one snapshot at once", "[conformance][reading]") {
    for (const auto& kind : store_kinds()) {
        DYNAMIC_SECTION(kind.name) {
            const auto seed = testing::random_seed();
            CAPTURE(seed);
            RandomStore sample{kind, seed};
            const auto snapshot = sample.store->snapshot();
            const auto expected = identify(sample.loaded, *snapshot);
            std::vector<std::thread> readers;
            std::atomic<std::uint64_t> nodes = 0;
            for (int reader = 0; reader < 4; ++reader) {
                readers.emplace_back([&] {
                    ScanPosition position;
                    Nodes all;
                    while (snapshot->scan(position, std::optional<LabelId>{}, all)) {
                    }
                    for (std::uint32_t key = 0; key < snapshot->symbols().keys.all().size();
                         ++key) {
                        snapshot->gather(KeyId{key}, all);
                    }
                    nodes += all.size() + snapshot->statistics().nodes;
                });
            }
            for (auto& reader : readers) reader.join();
            CHECK(nodes == 8 * expected.nodes.size());
        }
    }
}

TEST_CASE("A store keeps its identity and version while nothing changes",
          "[conformance][reading]") {
    for (const auto& kind : store_kinds()) {
        DYNAMIC_SECTION(kind.name) {
            const testing::TemporaryFolder folder;
            const auto store = kind.build(folder.path(), [](BulkLoad&) {});
            CHECK(store->snapshot()->identity().size() == 36);
            CHECK(store->snapshot()->identity() == store->snapshot()->identity());
            CHECK(store->snapshot()->version() == store->snapshot()->version());
        }
    }
}

TEST_CASE("Bulk loads refuse what no property may hold", "[conformance][reading]") {
    for (const auto& kind : store_kinds()) {
        DYNAMIC_SECTION(kind.name) {
            const testing::TemporaryFolder folder;
            const auto load_map = [](BulkLoad& load) {
                Nodes added;
                const PropertyColumn column{load.key("k"), Column{Boxed{Map{}}}};
                load.add_nodes({}, 1, {&column, 1}, added);
                load.finish();
            };
            try {
                kind.build(folder.path(), load_map);
                FAIL("A property holds a map");
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::Type);
                CHECK(error.detail() == ErrorDetail::InvalidPropertyType);
            }
        }
    }
}

TEST_CASE("A store that cannot be written to says so", "[conformance][reading]") {
    for (const auto& kind : store_kinds()) {
        if (kind.can_write) continue;
        DYNAMIC_SECTION(kind.name) {
            const testing::TemporaryFolder folder;
            const auto store = kind.build(folder.path(), [](BulkLoad&) {});
            try {
                store->begin();
                FAIL("A transaction began");
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::Unsupported);
            }
        }
    }
}
