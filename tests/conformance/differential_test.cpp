// The same random writes to a store in a file and to one in memory: both show the same graph after
// each batch of commits, after opening it again, and after merges. Both give out the same ids.
#include "graph/error.h"
#include "graph/lmdb/check.h"
#include "graph/lmdb/lmdb_store.h"
#include "graph/memory_store.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "graph_text.h"
#include "random_seed.h"
#include "random_value.h"
#include "temporary_folder.h"

using namespace lintas;

namespace {

constexpr std::size_t most_nodes = 400;
constexpr std::size_t most_relationships = 900;

// All that a snapshot shows but which store it is.
std::string content_of(const Snapshot& snapshot) {
    std::istringstream lines{testing::graph_text(snapshot)};
    std::string content;
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("version ") && !line.starts_with("identity ")) content += line + '\n';
    return content;
}

// Does each write to two transactions, and requires the same answer from both.
class Twins {
public:
    Twins(Transaction& one, Transaction& two, Nodes& nodes, Relationships& relationships,
          testing::RandomValues& random)
        : one_{one}, two_{two}, nodes_{nodes}, relationships_{relationships}, random_{random} {}

    void write() {
        switch (random_.below(16)) {
        case 0:
        case 1:
        case 2: return create_node();
        case 3:
        case 4:
        case 5:
        case 6: return create_relationship();
        case 7:
        case 8: return change_label();
        case 9:
        case 10:
        case 11: return change_property(nodes_);
        case 12:
        case 13: return change_property(relationships_);
        case 14: return delete_relationship();
        default: return delete_node();
        }
    }

private:
    template <typename Write> auto both(Write write) {
        const auto given = write(one_);
        if (write(two_) != given) FAIL("The stores give other ids");
        return given;
    }
    template <typename Write> bool both_or_refused(Write write) {
        const bool done = is_done(one_, write);
        if (is_done(two_, write) != done) FAIL("Only one of the stores refuses a write");
        return done;
    }
    template <typename Write> static bool is_done(Transaction& transaction, Write write) {
        try {
            write(transaction);
            return true;
        } catch (const Error&) {
            return false;
        }
    }
    template <typename Id> Id some(const std::vector<Id>& ids) {
        return ids[random_.below(ids.size())];
    }

    void create_node() {
        if (nodes_.size() >= most_nodes) return delete_node();
        const std::string name = random_.one_of<const char*>({"A", "B", "C"});
        const bool has_label = random_.below(3) > 0;
        nodes_.push_back(both([&](Transaction& transaction) {
            const auto label = transaction.label(name);
            return transaction.create_node(std::span{&label, has_label ? 1U : 0U});
        }));
    }
    // Parallel ones and self-loops are frequent.
    void create_relationship() {
        if (nodes_.empty()) return;
        if (relationships_.size() >= most_relationships) return delete_relationship();
        const std::string name = random_.one_of<const char*>({"T", "U", "V"});
        const auto source = random_.below(3) == 0 ? nodes_.front() : some(nodes_);
        const auto target = random_.below(6) == 0 ? source : some(nodes_);
        relationships_.push_back(both([&](Transaction& transaction) {
            return transaction.create_relationship(source, transaction.type(name), target);
        }));
    }
    void change_label() {
        if (nodes_.empty()) return;
        const auto node = some(nodes_);
        const std::string name = random_.one_of<const char*>({"A", "B", "C", "D"});
        const bool adds = random_.below(2) == 0;
        both([&](Transaction& transaction) {
            const auto label = transaction.label(name);
            if (adds)
                transaction.add_label(node, label);
            else
                transaction.remove_label(node, label);
            return 0;
        });
    }
    template <typename Id> void change_property(const std::vector<Id>& ids) {
        if (ids.empty()) return;
        const auto id = some(ids);
        const std::string name = random_.one_of<const char*>({"k", "l", "m", "n"});
        // Mostly of one type, so that columns are typed until a value of another one comes.
        const auto value = random_.below(5) == 0   ? Value{}
                           : random_.below(6) == 0 ? random_.storable()
                                                   : Value{static_cast<int>(random_.below(100))};
        both([&](Transaction& transaction) {
            transaction.set_property(id, transaction.key(name), value);
            return 0;
        });
    }
    void delete_relationship() {
        if (relationships_.empty()) return;
        std::swap(relationships_[random_.below(relationships_.size())], relationships_.back());
        const auto relationship = relationships_.back();
        relationships_.pop_back();
        both([&](Transaction& transaction) {
            transaction.delete_relationship(relationship);
            return 0;
        });
    }
    // Refused, by both, for a node that has relationships.
    void delete_node() {
        if (nodes_.empty()) return;
        std::swap(nodes_[random_.below(nodes_.size())], nodes_.back());
        const auto node = nodes_.back();
        if (both_or_refused([&](Transaction& transaction) { transaction.delete_node(node); }))
            nodes_.pop_back();
    }

    Transaction& one_;
    Transaction& two_;
    Nodes& nodes_;
    Relationships& relationships_;
    testing::RandomValues& random_;
};

void require_same(const Snapshot& one, const Snapshot& two, const char* when) {
    if (content_of(one) != content_of(two)) FAIL("The stores differ " << when);
}

} // namespace

TEST_CASE("A store in a file shows what one in memory shows", "[conformance][differential]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    const char* wanted = std::getenv("LINTAS_OPERATIONS");
    const std::size_t operations = wanted ? std::stoul(wanted) : 100'000;
    const auto folder = testing::TemporaryFolder::in_memory();
    const auto path = folder.path() / "store";
    begin_bulk_load(path)->finish();
    const auto memory = make_memory_store();
    auto file = open_lmdb_store(path);
    Nodes nodes;
    Relationships relationships;
    std::size_t done = 0;
    for (int batch = 0; done < operations; ++batch) {
        CAPTURE(batch);
        for (int commit = 0; commit < 10; ++commit) {
            const auto one = memory->begin();
            const auto two = file->begin();
            const auto nodes_before = nodes;
            const auto relationships_before = relationships;
            Twins twins{*one, *two, nodes, relationships, random};
            for (auto left = 1 + random.below(200); left > 0; --left, ++done) twins.write();
            if (random.below(8) == 0) {
                nodes = nodes_before;
                relationships = relationships_before;
                continue;
            }
            if (random.below(10) == 0) require_same(*one, *two, "within a transaction");
            one->commit();
            two->commit();
        }
        require_same(*memory->snapshot(), *file->snapshot(), "after commits");
        if (random.below(3) == 0) {
            const auto before = file->snapshot();
            const auto content = content_of(*before);
            file->merge();
            require_same(*memory->snapshot(), *file->snapshot(), "after a merge");
            if (content_of(*before) != content) FAIL("A merge changes an older snapshot");
        }
        if (random.below(3) == 0) {
            file.reset();
            const auto report = check_lmdb_store(path);
            if (!report.findings.empty()) FAIL("Not sound: " << report.findings.front());
            file = open_lmdb_store(path);
            require_same(*memory->snapshot(), *file->snapshot(), "after opening again");
        }
    }
    WARN(done << " operations with seed " << seed);
}
