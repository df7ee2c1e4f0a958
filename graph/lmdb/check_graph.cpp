#include "graph/lmdb/check_graph.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

namespace lintas::lmdb {

namespace {

class GraphCheck {
public:
    GraphCheck(const Snapshot& snapshot, const Report& report)
        : snapshot_{snapshot}, types_{snapshot.symbols().types.all().size()}, report_{report} {}

    Seen run() {
        check_relationships();
        listed_.assign(2 * types_, 0);
        ScanPosition position;
        Nodes nodes;
        while (snapshot_.scan(position, std::optional<LabelId>{}, nodes)) {
            check_nodes(nodes);
            nodes.clear();
        }
        check_counts();
        return {counted_.nodes, counted_.relationships};
    }

private:
    template <typename Id> void note(Id id, const char* what) {
        report_(fmt::format("{} `{}` {}", std::is_same_v<Id, NodeId> ? "Node" : "Relationship",
                            element_id(id), what));
    }

    // Ends exist; counts by triple.
    void check_relationships() {
        ScanPosition position;
        Relationships some;
        while (snapshot_.scan(position, std::optional<TypeId>{}, some)) {
            std::vector<RelationshipEnds> ends(some.size());
            snapshot_.ends(some, ends);
            for (std::size_t at = 0; at < some.size(); ++at) check_ends(some[at], ends[at]);
            some.clear();
        }
    }
    void check_ends(RelationshipId relationship, const RelationshipEnds& ends) {
        ++counted_.relationships;
        if (raw(ends.type) >= types_) return note(relationship, "has an unknown type");
        ++counted_.relationships_of_type[ends.type];
        if (!snapshot_.exists(ends.source) || !snapshot_.exists(ends.target))
            return note(relationship, "has an end that does not exist");
        ++counted_.relationships_of_triple[{snapshot_.labels(ends.source), ends.type,
                                            snapshot_.labels(ends.target)}];
    }

    void check_nodes(const Nodes& nodes) {
        for (const auto node : nodes) {
            ++counted_.nodes;
            ++counted_.nodes_of_label_set[snapshot_.labels(node)];
        }
        std::vector<AdjacencyList> lists(nodes.size());
        for (std::uint32_t type = 0; type < types_; ++type)
            for (const auto direction : {Direction::Outgoing, Direction::Incoming}) {
                snapshot_.expand(nodes, TypeId{type}, direction, lists);
                for (std::size_t at = 0; at < nodes.size(); ++at)
                    check_list(nodes[at], TypeId{type}, direction, lists[at]);
            }
    }
    // That each relationship in a list says it belongs there, that no list has one twice, and that
    // there are as many as the lists have in all, means: each is in the list where it belongs.
    void check_list(NodeId node, TypeId type, Direction direction, const AdjacencyList& list) {
        listed_[2 * raw(type) + (direction == Direction::Outgoing ? 0 : 1)] += list.size;
        for (std::uint32_t at = 0; at < list.size; ++at) {
            const auto relationship = list.relationship(at);
            const auto neighbour = list.neighbour(at);
            if (!snapshot_.exists(relationship))
                return note(node, "lists a relationship that does not exist");
            const auto place = std::pair{neighbour, relationship};
            if (at > 0 && std::pair{list.neighbour(at - 1), list.relationship(at - 1)} >= place)
                return note(node, "lists relationships out of order");
            RelationshipEnds ends;
            snapshot_.ends({&relationship, 1}, {&ends, 1});
            if (direction == Direction::Incoming) std::swap(ends.source, ends.target);
            if (ends.source != node || ends.target != neighbour || ends.type != type)
                return note(relationship, "has other ends in the list of one of them");
        }
    }

    void check_counts() {
        for (std::uint32_t type = 0; type < types_; ++type) {
            const auto count = counted_.relationships_of_type.find(TypeId{type});
            const auto all = count == counted_.relationships_of_type.end() ? 0 : count->second;
            if (listed_[2 * type] != all || listed_[2 * type + 1] != all)
                report_(fmt::format("Type {} has a relationship that one of its ends does not know",
                                    type));
        }
        const auto& stated = snapshot_.statistics();
        if (stated.nodes != counted_.nodes || stated.relationships != counted_.relationships ||
            stated.nodes_of_label_set != counted_.nodes_of_label_set ||
            stated.relationships_of_type != counted_.relationships_of_type ||
            stated.relationships_of_triple != counted_.relationships_of_triple)
            report_("The statistics differ from what is there");
    }

    const Snapshot& snapshot_;
    std::size_t types_;
    const Report& report_;
    Statistics counted_;
    std::vector<std::uint64_t> listed_; // by type, outgoing and incoming in turn
};

} // namespace

Seen check_graph(const Snapshot& snapshot, const Report& report) {
    return GraphCheck{snapshot, report}.run();
}

} // namespace lintas::lmdb
