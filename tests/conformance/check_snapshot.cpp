#include "tests/conformance/check_snapshot.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace lintas::conformance {

namespace {

template <typename Id, typename Record>
std::vector<Id> ids_of(const std::map<Id, Record>& records) {
    std::vector<Id> ids;
    for (const auto& [id, record] : records) ids.push_back(id);
    return ids;
}

// All ids from `position` on, and that each step obeys the rules.
template <typename Id, typename Filter>
std::vector<Id> scan_all(const Snapshot& snapshot, ScanPosition position,
                         std::optional<Filter> filter) {
    std::vector<Id> all;
    while (true) {
        const auto before = all.size();
        const bool more = snapshot.scan(position, filter, all);
        if (more != (all.size() > before)) FAIL("A scan says there is more and gives nothing");
        if (all.size() - before > batch_rows) FAIL("A scan gives more than a batch");
        if (!more) return all;
    }
}

class SnapshotCheck {
public:
    SnapshotCheck(const Snapshot& snapshot, const ExpectedGraph& expected,
                  testing::RandomValues& random, std::size_t sample)
        : snapshot_{snapshot}, symbols_{snapshot.symbols()}, expected_{expected}, random_{random},
          sample_{sample} {}

    void run() {
        check_symbols();
        check_statistics();
        check_scans(expected_.nodes, symbols_.labels,
                    [](const auto& node, const auto& name) { return node.labels.contains(name); });
        check_scans(
            expected_.relationships, symbols_.types,
            [](const auto& relationship, const auto& name) { return relationship.type == name; });
        check_labels();
        check_columns(expected_.nodes);
        check_columns(expected_.relationships);
        check_properties(expected_.nodes);
        check_properties(expected_.relationships);
        check_ends();
        check_adjacency(Direction::Outgoing);
        check_adjacency(Direction::Incoming);
        check_absent(NodeId{~std::uint32_t{0}});
        check_absent(RelationshipId{~std::uint32_t{0}});
    }

private:
    // Names have ids; every name that is used is known.
    void check_symbols() {
        for (const auto& [id, node] : expected_.nodes) {
            for (const auto& label : node.labels) require_known(symbols_.labels, label);
            for (const auto& [key, value] : node.properties) require_known(symbols_.keys, key);
        }
        for (const auto& [id, relationship] : expected_.relationships) {
            require_known(symbols_.types, relationship.type);
            for (const auto& [key, value] : relationship.properties) {
                require_known(symbols_.keys, key);
            }
        }
    }
    template <typename Id>
    static void require_known(const Names<Id>& names, const std::string& name) {
        if (const auto id = names.find(name); !id || names.name(*id) != name) {
            FAIL("The name " << name << " is not in the catalogue");
        }
    }

    LabelSet label_set(NodeId node) const {
        LabelSet labels;
        for (const auto& name : expected_.nodes.at(node).labels) {
            labels.push_back(symbols_.labels.find(name).value());
        }
        std::ranges::sort(labels);
        return labels;
    }

    void check_statistics() {
        Statistics counts;
        counts.nodes = expected_.nodes.size();
        counts.relationships = expected_.relationships.size();
        for (const auto& [id, node] : expected_.nodes) ++counts.nodes_of_label_set[label_set(id)];
        for (const auto& [id, relationship] : expected_.relationships) {
            const auto type = symbols_.types.find(relationship.type).value();
            ++counts.relationships_of_type[type];
            ++counts.relationships_of_triple[{label_set(relationship.source), type,
                                              label_set(relationship.target)}];
        }
        const auto& actual = snapshot_.statistics();
        CHECK(actual.nodes == counts.nodes);
        CHECK(actual.relationships == counts.relationships);
        CHECK((actual.nodes_of_label_set == counts.nodes_of_label_set));
        CHECK((actual.relationships_of_type == counts.relationships_of_type));
        CHECK((actual.relationships_of_triple == counts.relationships_of_triple));
    }

    // Whole scans, of everything and by each name, and scans that are split somewhere.
    template <typename Id, typename Record, typename FilterId, typename Has>
    void check_scans(const std::map<Id, Record>& records, const Names<FilterId>& names, Has has) {
        check_scan(ids_of(records), std::optional<FilterId>{});
        for (const auto& name : names.all()) {
            std::vector<Id> wanted;
            for (const auto& [id, record] : records) {
                if (has(record, name)) wanted.push_back(id);
            }
            check_scan(wanted, names.find(name));
        }
    }
    template <typename Id, typename FilterId>
    void check_scan(const std::vector<Id>& wanted, std::optional<FilterId> filter) {
        if (scan_all<Id>(snapshot_, {}, filter) != wanted) FAIL("A scan gives other entities");
        const auto split = random_.below(wanted.empty() ? 2 : raw(wanted.back()) + 2);
        auto parts = scan_all<Id>(snapshot_, {0, split}, filter);
        for (const auto id : scan_all<Id>(snapshot_, {split, ~std::uint64_t{0}}, filter)) {
            parts.push_back(id);
        }
        if (parts != wanted) FAIL("A scan split at " << split << " gives other entities");
    }

    void check_labels() {
        for (const auto& [id, node] : expected_.nodes) {
            if (!snapshot_.exists(id)) FAIL("Node " << element_id(id) << " does not exist");
            if (snapshot_.labels(id) != label_set(id)) FAIL(element_id(id) << " has other labels");
        }
        auto nodes = some_of(expected_.nodes);
        nodes.push_back(NodeId{~std::uint32_t{0}});
        for (const auto& name : symbols_.labels.all()) {
            std::vector<std::uint8_t> has(nodes.size(), 7);
            snapshot_.has_label(nodes, symbols_.labels.find(name).value(), has);
            for (std::size_t row = 0; row < nodes.size(); ++row) {
                const auto node = expected_.nodes.find(nodes[row]);
                const bool wanted =
                    node != expected_.nodes.end() && node->second.labels.contains(name);
                if (has[row] != (wanted ? 1 : 0)) FAIL("A node has label " << name << " or not");
            }
        }
    }

    // All ids if they are few, otherwise random ones that may repeat; in random order.
    template <typename Id, typename Record>
    std::vector<Id> some_of(const std::map<Id, Record>& records) {
        const auto all = ids_of(records);
        std::vector<Id> chosen(all.empty() ? 0 : std::min(2 * all.size(), sample_));
        for (auto& id : chosen) id = all[random_.below(all.size())];
        return chosen;
    }

    template <typename Id, typename Record>
    void check_columns(const std::map<Id, Record>& records) {
        for (const auto& name : symbols_.keys.all()) {
            const auto ids = some_of(records);
            const std::span<const Id> all{ids};
            std::size_t begin = 0;
            while (begin < ids.size()) {
                const auto rows = std::min(1 + random_.below(batch_rows), ids.size() - begin);
                check_column(records, name, all.subspan(begin, rows));
                begin += rows;
            }
            CHECK(snapshot_.gather(symbols_.keys.find(name).value(), all.first(0)).size() == 0);
        }
    }
    template <typename Id, typename Record>
    void check_column(const std::map<Id, Record>& records, const std::string& name,
                      std::span<const Id> ids) {
        const auto column = snapshot_.gather(symbols_.keys.find(name).value(), ids);
        if (column.size() != ids.size()) FAIL("A column has " << column.size() << " rows");
        for (std::size_t row = 0; row < ids.size(); ++row) {
            const auto& properties = records.at(ids[row]).properties;
            const auto found = properties.find(name);
            const auto wanted = found == properties.end() ? Value{} : found->second;
            const auto actual = column.value(row);
            if (column.is_null(row) != wanted.is_null() || !same(actual, wanted)) {
                FAIL("Property " << name << " of " << element_id(ids[row]) << " is "
                                 << to_text(actual) << ", not " << to_text(wanted));
            }
        }
    }

    template <typename Id, typename Record>
    void check_properties(const std::map<Id, Record>& records) {
        for (const auto id : some_of(records)) {
            const auto listed = snapshot_.properties(id);
            ExpectedProperties properties;
            for (const auto& [key, value] : listed) {
                properties.emplace(symbols_.keys.name(key), value);
            }
            const auto same_entry = [](const auto& one, const auto& two) {
                return one.first == two.first && same(one.second, two.second);
            };
            if (!std::ranges::is_sorted(listed, {}, &PropertyValue::key) ||
                listed.size() != properties.size() ||
                !std::ranges::equal(properties, records.at(id).properties, same_entry)) {
                FAIL(element_id(id) << " has other properties");
            }
        }
    }

    void check_ends() {
        const auto ids = some_of(expected_.relationships);
        std::vector<RelationshipEnds> ends(ids.size());
        snapshot_.ends(ids, ends);
        for (std::size_t row = 0; row < ids.size(); ++row) {
            if (!snapshot_.exists(ids[row])) FAIL(element_id(ids[row]) << " does not exist");
            const auto& wanted = expected_.relationships.at(ids[row]);
            if (ends[row].source != wanted.source || ends[row].target != wanted.target ||
                symbols_.types.name(ends[row].type) != wanted.type) {
                FAIL(element_id(ids[row]) << " connects other nodes");
            }
        }
    }

    using Neighbours = std::vector<std::pair<NodeId, RelationshipId>>;

    void check_adjacency(Direction direction) {
        for (const auto& name : symbols_.types.all()) {
            std::map<NodeId, Neighbours> wanted;
            for (const auto& [id, relationship] : expected_.relationships) {
                const auto& [source, type, target, properties] = relationship;
                if (type != name) continue;
                if (direction == Direction::Outgoing) wanted[source].emplace_back(target, id);
                if (direction == Direction::Incoming) wanted[target].emplace_back(source, id);
            }
            for (auto& [node, neighbours] : wanted) std::ranges::sort(neighbours);
            check_expansion(symbols_.types.find(name).value(), direction, wanted);
        }
    }
    void check_expansion(TypeId type, Direction direction,
                         const std::map<NodeId, Neighbours>& wanted) {
        const auto nodes = ids_of(expected_.nodes);
        std::vector<AdjacencyList> lists(nodes.size());
        for (std::size_t begin = 0; begin < nodes.size(); begin += batch_rows) {
            const auto rows = std::min(batch_rows, nodes.size() - begin);
            snapshot_.expand(std::span{nodes}.subspan(begin, rows), type, direction,
                             std::span{lists}.subspan(begin, rows));
        }
        for (std::size_t row = 0; row < nodes.size(); ++row) {
            Neighbours neighbours;
            for (std::uint32_t at = 0; at < lists[row].size; ++at) {
                neighbours.emplace_back(lists[row].neighbour(at), lists[row].relationship(at));
            }
            const auto found = wanted.find(nodes[row]);
            if (neighbours != (found == wanted.end() ? Neighbours{} : found->second)) {
                FAIL(element_id(nodes[row]) << " has other neighbours");
            }
        }
    }

    template <typename Id> void check_absent(Id id) {
        CHECK_FALSE(snapshot_.exists(id));
        CHECK_THROWS_AS(snapshot_.properties(id), Error);
        if constexpr (std::is_same_v<Id, NodeId>) CHECK_THROWS_AS(snapshot_.labels(id), Error);
    }

    const Snapshot& snapshot_;
    const Symbols& symbols_;
    const ExpectedGraph& expected_;
    testing::RandomValues& random_;
    std::size_t sample_;
};

} // namespace

void check_snapshot(const Snapshot& snapshot, const ExpectedGraph& expected,
                    testing::RandomValues& random, std::size_t sample) {
    SnapshotCheck{snapshot, expected, random, sample}.run();
}

} // namespace lintas::conformance
