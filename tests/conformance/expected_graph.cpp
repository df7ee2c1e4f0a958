#include "tests/conformance/expected_graph.h"

#include "graph/compare.h"

#include <catch2/catch.hpp>

#include <tuple>

namespace lintas::conformance {

namespace {

using Ends = std::tuple<NodeId, std::string, NodeId>;

// Hands out the loaded relationships, each once.
class Unclaimed {
public:
    explicit Unclaimed(const LoadedGraph& loaded)
        : loaded_{loaded}, claimed_(loaded.relationships.size()) {
        for (std::size_t at = 0; at < loaded.relationships.size(); ++at) {
            const auto& [source, type, target, properties] = loaded.relationships[at];
            if (!properties.contains(serial_key)) bare_.emplace(Ends{source, type, target}, at);
        }
    }

    const ExpectedRelationship& claim(const Value& serial) {
        const auto at = serial.is(ValueType::Integer) ? serial.integer() : -1;
        if (at < 0 || at >= std::ssize(claimed_) || claimed_[at]) {
            FAIL("A relationship has the serial number " << to_text(serial));
        }
        claimed_[at] = true;
        return loaded_.relationships[at];
    }

    const ExpectedRelationship& claim(const Ends& ends) {
        const auto found = bare_.find(ends);
        if (found == bare_.end()) FAIL("A relationship was never loaded");
        const auto at = found->second;
        bare_.erase(found);
        claimed_[at] = true;
        return loaded_.relationships[at];
    }

    bool all_claimed() const { return std::ranges::find(claimed_, false) == claimed_.end(); }

private:
    const LoadedGraph& loaded_;
    std::vector<bool> claimed_;
    std::multimap<Ends, std::size_t> bare_;
};

Column serials_of(const Snapshot& snapshot, const Relationships& relationships) {
    const auto key = snapshot.symbols().keys.find(serial_key);
    if (!key) return Column{Constant{{}, relationships.size()}};
    return snapshot.gather(*key, relationships);
}

} // namespace

ExpectedGraph identify(const LoadedGraph& loaded, const Snapshot& snapshot) {
    ExpectedGraph graph{loaded.nodes, {}};
    Unclaimed unclaimed{loaded};
    ScanPosition position;
    for (Relationships batch; snapshot.scan(position, std::optional<TypeId>{}, batch);
         batch.clear()) {
        const auto serials = serials_of(snapshot, batch);
        std::vector<RelationshipEnds> ends(batch.size());
        snapshot.ends(batch, ends);
        for (std::size_t row = 0; row < batch.size(); ++row) {
            const auto& [source, target, type] = ends[row];
            const auto& expected =
                serials.is_null(row)
                    ? unclaimed.claim(Ends{source, snapshot.symbols().types.name(type), target})
                    : unclaimed.claim(serials.value(row));
            if (!graph.relationships.emplace(batch[row], expected).second) {
                FAIL("Relationship " << element_id(batch[row]) << " was scanned twice");
            }
        }
    }
    if (!unclaimed.all_claimed()) FAIL("A loaded relationship is missing");
    return graph;
}

bool same(const Value& left, const Value& right) {
    return left.type() == right.type() && equivalent(left, right) &&
           (left.is(ValueType::String) || left.is(ValueType::Integer) ||
            to_text(left) == to_text(right));
}

} // namespace lintas::conformance
