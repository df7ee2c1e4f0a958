// The victim of the crash tests: commits to a store and prints the number of each commit once it is
// acknowledged.
//
//   crash_writer STORE FIRST COUNT MERGE_EVERY
//
// Commit n makes a node with `number` n and relationships to and from the one before it, writes n
// into the property `last` of node 0, and sometimes deletes again. It prints `n` when the commit
// returns, and `! n` when it throws. Exit code 0 in both cases.
#include "graph/error.h"
#include "graph/lmdb/lmdb_store.h"

#include <cstdio>
#include <cstdlib>
#include <string>

using namespace lintas;

namespace {

void say(const std::string& line) {
    std::fputs((line + "\n").c_str(), stdout);
    std::fflush(stdout);
}

NodeId node_of(const Snapshot& snapshot, std::int64_t number) {
    const auto key = snapshot.symbols().keys.find("number");
    const auto label = snapshot.symbols().labels.find("Commit");
    ScanPosition position;
    Nodes nodes;
    while (key && label && snapshot.scan(position, label, nodes)) {
        const auto numbers = snapshot.gather(*key, nodes);
        for (std::size_t row = 0; row < nodes.size(); ++row)
            if (!numbers.is_null(row) && numbers.value(row).integer() == number) return nodes[row];
        nodes.clear();
    }
    return NodeId{0};
}

void write(Store& store, std::int64_t number) {
    const auto transaction = store.begin();
    const auto label = transaction->label("Commit");
    const auto type = transaction->type("NEXT");
    const auto before = node_of(*transaction, number - 1);
    const auto node = transaction->create_node({&label, 1});
    transaction->set_property(node, transaction->key("number"), number);
    const auto to = transaction->create_relationship(before, type, node);
    transaction->create_relationship(node, type, before);
    transaction->set_property(to, transaction->key("number"), number);
    if (number % 3 == 0) transaction->delete_relationship(to);
    if (number % 5 == 0) transaction->add_label(node, transaction->label("Fifth"));
    transaction->set_property(NodeId{0}, transaction->key("last"), number);
    transaction->commit();
}

} // namespace

int main(int count, char** words) {
    if (count != 5) return 2;
    const std::int64_t first = std::atoll(words[2]);
    const std::int64_t last = first + std::atoll(words[3]);
    const std::int64_t merge_every = std::atoll(words[4]);
    try {
        const auto store = open_lmdb_store(words[1]);
        for (auto number = first; number < last; ++number) {
            try {
                write(*store, number);
                say(std::to_string(number));
            } catch (const Error&) {
                say("! " + std::to_string(number));
                return 0;
            }
            if (merge_every == 0 || number % merge_every != 0) continue;
            try {
                store->merge();
            } catch (const Error&) {
                say("! merge");
            }
        }
    } catch (const Error& error) {
        say(std::string{"! open: "} + error.what());
    }
    return 0;
}
