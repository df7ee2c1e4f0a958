// Searches in an index against a look at every node, over old and new states and in transactions.
#include "graph/compare.h"
#include "graph/index/index_view.h"
#include "graph/memory_store.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "random_seed.h"
#include "random_value.h"

using namespace lintas;

namespace {

IndexDefinition definition_of(std::vector<std::string> keys) {
    IndexDefinition definition;
    definition.id = keys.size();
    definition.labels = {"A"};
    definition.keys = std::move(keys);
    return definition;
}

// What the index should find, in the order of the keys.
EntityNumbers expected(const Snapshot& graph, const IndexDefinition& definition,
                       const KeyBounds& bounds) {
    const LabelledEntities members{graph, definition.entity, definition.labels};
    std::vector<IndexEntry> found;
    LabelledEntities::Position position;
    for (EntityNumbers some; members.scan(position, some);)
        for (const auto entity : some) {
            IndexEntry entry{{}, entity};
            for (const auto& key : definition.keys)
                entry.keys.push_back(members.gather(key, {&entity, 1}).value(0));
            const auto place = place_of(bounds, [&](std::size_t key, const Value& value) {
                return order(entry.keys[key], value);
            });
            if (!entry.keys[0].is_null() && std::is_eq(place)) found.push_back(entry);
        }
    std::ranges::sort(found, [](const IndexEntry& left, const IndexEntry& right) {
        return std::is_lt(order_of(left, right));
    });
    EntityNumbers entities;
    for (const auto& entry : found) entities.push_back(entry.entity);
    return entities;
}

KeyBounds random_bounds(testing::RandomValues& random, std::size_t keys) {
    KeyBounds bounds;
    for (auto equal = random.below(keys + 1); equal > 0; --equal)
        bounds.equal.push_back(random.storable());
    if (bounds.equal.size() == keys) return bounds;
    if (random.below(2) == 0) bounds.lower = KeyBound{random.storable(), random.below(2) == 0};
    if (random.below(2) == 0) bounds.upper = KeyBound{random.storable(), random.below(2) == 0};
    return bounds;
}

void write(Transaction& transaction, testing::RandomValues& random) {
    const auto label = transaction.label(random.below(4) == 0 ? "B" : "A");
    const auto key = transaction.key(random.below(2) == 0 ? "x" : "y");
    const NodeId node{static_cast<std::uint32_t>(random.below(60))};
    if (!transaction.exists(node)) {
        const auto made = transaction.create_node({&label, 1});
        transaction.set_property(made, key, random.storable());
        return;
    }
    switch (random.below(6)) {
    case 0: transaction.add_label(node, label); break;
    case 1: transaction.remove_label(node, label); break;
    case 2: transaction.delete_node(node); break;
    case 3: transaction.set_property(node, key, Value{}); break;
    default: transaction.set_property(node, key, random.storable()); break;
    }
}

void check(IndexView& view, const Snapshot& graph, testing::RandomValues& random) {
    for (const auto& definition : {definition_of({"x"}), definition_of({"x", "y"})}) {
        const auto bounds = random_bounds(random, definition.keys.size());
        const auto wanted = expected(graph, definition, bounds);
        for (const auto order : {SeekOrder::Any, SeekOrder::Ascending, SeekOrder::Descending}) {
            auto seek = view.seek(definition, bounds, order);
            if (!seek) continue; // a state that is older than the index
            EntityNumbers found;
            while (seek->next(found)) {
            }
            if (order == SeekOrder::Descending) std::ranges::reverse(found);
            auto same = wanted;
            if (order == SeekOrder::Any) {
                std::ranges::sort(found);
                std::ranges::sort(same);
            }
            REQUIRE(found == same);
        }
    }
}

} // namespace

TEST_CASE("An index finds what is there, in every state", "[range_seek]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{static_cast<std::uint32_t>(seed)};
    const auto store = make_memory_store();
    const auto indexes = std::make_shared<Indexes>(*store);
    std::vector<std::shared_ptr<const Snapshot>> states;
    std::size_t answered = 0;
    for (int round = 0; round < 120; ++round) {
        const auto transaction = store->begin();
        IndexView inside{indexes, *transaction};
        for (auto left = random.below(8); left > 0; --left) {
            write(*transaction, random);
            check(inside, *transaction, random);
        }
        if (random.below(4) == 0) continue;
        transaction->commit();
        states.push_back(store->snapshot());
        // Sometimes the index does not look at a state before later ones.
        if (random.below(2) == 0) continue;
        const auto& state = *states[random.below(states.size())];
        IndexView view{indexes, state};
        check(view, state, random);
        answered += view.seek(definition_of({"x"}), {}) ? 1 : 0;
    }
    CHECK(answered > 10);
}

TEST_CASE("An index of another store, or of a state before it, is not used", "[range_seek]") {
    const auto store = make_memory_store();
    const auto other = make_memory_store();
    const auto before = store->snapshot();
    {
        const auto transaction = store->begin();
        const auto label = transaction->label("A");
        transaction->set_property(transaction->create_node({&label, 1}), transaction->key("x"), 1);
        transaction->commit();
    }
    BuildProgress progress;
    RangeIndex index{definition_of({"x"}), *store->snapshot(), progress};
    CHECK(index.cover(*store->snapshot()) == Coverage::Complete);
    CHECK(index.cover(*before) == Coverage::Older);
    CHECK(index.cover(*other->snapshot()) == Coverage::Unknown);
    CHECK(index.sorted().size() == 1);
}

TEST_CASE("The distinct combinations of keys are counted", "[range_seek]") {
    const SortedEntries entries{{5, 1, 2, 3, 4},
                                {{Value{1}, Value{1.0}, Value{2}, Value{"a"}, Value{"a"}},
                                 {Value{1}, Value{2}, Value{}, Value{}, Value{}}}};
    CHECK(entries.distinct(1) == 3);
    CHECK(entries.distinct(2) == 4);
    CHECK(entries.entity(0) == 3);
    const auto [first, last] = entries.find({{Value{1}}, {}, {}});
    CHECK(last - first == 2);
    CHECK(entries.entity(first) == 5);
}
