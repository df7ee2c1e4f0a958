// Readers beside a busy writer: each sees one state at a time, whole, however long it looks at it.
// LINTAS_SECONDS sets how long; the suite runs it for a second.
#include "graph/lmdb/lmdb_store.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <numeric>
#include <thread>

#include "random_seed.h"
#include "random_value.h"
#include "temporary_folder.h"

using namespace lintas;

namespace {

constexpr std::uint32_t accounts = 200;
constexpr std::int64_t amount_each = 1000;
constexpr int readers = 8;

// What the writer never changes: the sum of all amounts, and that links come in pairs.
struct Sums {
    std::int64_t amounts = 0;
    std::uint64_t outgoing = 0;
    std::uint64_t incoming = 0;
    std::uint64_t counted = 0;

    bool operator==(const Sums&) const = default;
};

std::uint64_t size_of(const std::vector<AdjacencyList>& lists) {
    return std::accumulate(lists.begin(), lists.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const auto& list) { return sum + list.size; });
}

Sums sums_of(const Snapshot& snapshot) {
    Sums sums;
    ScanPosition position;
    Nodes nodes;
    while (snapshot.scan(position, snapshot.symbols().labels.find("Account"), nodes)) {
    }
    const auto column = snapshot.gather(snapshot.symbols().keys.find("amount").value(), nodes);
    for (std::size_t row = 0; row < nodes.size(); ++row)
        sums.amounts += column.value(row).integer();
    std::vector<AdjacencyList> lists(nodes.size());
    const auto type = snapshot.symbols().types.find("PAYS").value();
    snapshot.expand(nodes, type, Direction::Outgoing, lists);
    sums.outgoing = size_of(lists);
    snapshot.expand(nodes, type, Direction::Incoming, lists);
    sums.incoming = size_of(lists);
    sums.counted = snapshot.statistics().relationships;
    return sums;
}

void make_accounts(const std::filesystem::path& path) {
    const auto load = begin_bulk_load(path);
    const auto label = load->label("Account");
    const std::vector<PropertyColumn> amounts{
        {load->key("amount"), Column{Integers(accounts, amount_each)}}};
    Nodes nodes;
    load->add_nodes({label}, accounts, amounts, nodes);
    load->add_relationships(load->type("PAYS"), nodes, nodes, {});
    load->finish();
}

// Moves an amount, and makes or deletes two relationships.
void move_amount(Store& store, testing::RandomValues& random, Relationships& made) {
    const auto transaction = store.begin();
    const auto key = transaction->key("amount");
    const auto type = transaction->type("PAYS");
    const NodeId one{static_cast<std::uint32_t>(random.below(accounts))};
    const NodeId two{static_cast<std::uint32_t>(random.below(accounts))};
    const auto value = [&](NodeId node) {
        return transaction->gather(key, std::span{&node, 1}).value(0).integer();
    };
    transaction->set_property(one, key, value(one) - 7);
    transaction->set_property(two, key, value(two) + 7);
    if (made.size() > 1000) {
        for (int left = 2; left > 0; --left, made.pop_back())
            transaction->delete_relationship(made.back());
    } else {
        made.push_back(transaction->create_relationship(one, type, two));
        made.push_back(transaction->create_relationship(two, type, one));
    }
    transaction->commit();
}

} // namespace

TEST_CASE("Readers see whole states while a writer writes", "[conformance][readers]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    const char* wanted = std::getenv("LINTAS_SECONDS");
    const std::chrono::seconds time{wanted ? std::atoi(wanted) : 1};
    const auto folder = testing::TemporaryFolder::in_memory();
    make_accounts(folder.path() / "store");
    const auto store = open_lmdb_store(folder.path() / "store");
    std::atomic<bool> is_done = false;
    std::atomic<int> wrong = 0;
    std::atomic<int> looks = 0;
    std::vector<std::jthread> threads;
    for (int reader = 0; reader < readers; ++reader)
        threads.emplace_back([&] {
            std::uint64_t version = 0;
            while (!is_done) {
                const auto snapshot = store->snapshot();
                const auto sums = sums_of(*snapshot);
                wrong += sums.amounts != accounts * amount_each || sums.outgoing % 2 != 0 ||
                         sums.incoming != sums.outgoing || sums.counted != sums.outgoing;
                wrong += snapshot->version() < version;
                wrong += sums_of(*snapshot) != sums;
                version = snapshot->version();
                ++looks;
            }
        });
    testing::RandomValues random{seed};
    Relationships made;
    const auto begin = std::chrono::steady_clock::now();
    int commits = 0;
    for (; std::chrono::steady_clock::now() - begin < time; ++commits) {
        move_amount(*store, random, made);
        if (commits % 300 == 299) store->merge();
    }
    is_done = true;
    threads.clear();
    CHECK(wrong == 0);
    CHECK(looks >= readers);
    WARN(commits << " commits, " << looks << " looks");
}
