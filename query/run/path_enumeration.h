// PathEnumeration: the paths of a path pattern from a node, one after the other, depth first: all
// of them, or those of one length to one node.
//
// Invariant: paths come in a fixed order: where they part, that one first which has left more of
// the pattern behind it, then by the id of the node, then of the relationship.
#pragma once

#include "query/run/found_path.h"
#include "query/run/path_distances.h"
#include "query/run/path_steps.h"
#include "query/run/walk_members.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lintas::query {

class PathEnumeration {
public:
    // Which paths of one length are worth following: the distances to the target.
    struct Guide {
        const PathStates& states;
        const PathDistances& left;
        std::uint32_t length;
    };

    PathEnumeration(const PathSearch& search, PathSteps& steps, RunContext& context)
        : search_{search}, steps_{steps}, context_{context}, held_{context} {}

    // Begins anew, after the same of `steps`. The batch and its row as there.
    void start(NodeId from, std::optional<NodeId> target, const Batch& batch, std::uint32_t row);
    void start(NodeId from, NodeId target, const Guide& guide, const Batch& batch,
               std::uint32_t row);

    // Moves to the next path; false when there is none left.
    bool next();

    FoundPath path() const { return {nodes_.all(), relationships_.all(), positions_}; }
    // Was a path left only because it would become longer than the guide's length?
    bool was_cut() const { return was_cut_; }

private:
    // A step to try: along the relationship, to go on there in that position, or to end there.
    struct Entry {
        RelationshipId relationship;
        NodeId node;
        PathPosition position;
        bool ends;
    };
    // A node of the current path: its entries lie in entries_ from `first` on.
    struct Frame {
        std::size_t first;
        std::size_t next;
        PathPosition position; // that led to the entries
    };

    void begin(NodeId from, std::optional<NodeId> target, const Batch& batch, std::uint32_t row);
    void push(const Entry& entry, bool is_first);
    void pop();
    bool allows(const Entry& entry) const;
    bool repetition_passes() const;
    void read_entries(const PathPosition& position);
    void read_steps(const PathPosition& position);
    bool is_read_backward(const PathPosition& position);
    void sort_entries(std::size_t first);
    void test_found(std::size_t number);
    // Adds an entry for each way to go on from a node where `count` repetitions of a part are
    // complete.
    void arrive(RelationshipId relationship, NodeId node, std::uint32_t part, std::uint64_t count);
    void add_end(RelationshipId relationship, NodeId node);
    void add(RelationshipId relationship, NodeId node, const PathPosition& position);

    const PathSearch& search_;
    PathSteps& steps_;
    RunContext& context_;
    std::optional<NodeId> target_;
    std::optional<Guide> guide_;
    const Batch* batch_ = nullptr;
    std::uint32_t row_ = 0;
    bool was_cut_ = false;
    std::uint32_t added_length_ = 0; // of a path with the entries that are being added
    WalkMembers<NodeId> nodes_;
    WalkMembers<RelationshipId> relationships_;
    std::vector<PathPosition> positions_;
    std::vector<Frame> frames_;
    std::vector<Entry> entries_;
    std::vector<PathSteps::Step> found_;
    // Steps into the target along one hop, ordered by where they come from; read once so many of
    // the others were.
    struct LastHop {
        std::size_t hop = 0;      // see HopNumbers
        std::uint64_t passed = 0; // steps that were read the other way
        std::optional<std::vector<PathSteps::Step>> steps;
    };
    LastHop last_hop_;
    std::uint64_t tried_ = 0;
    Held held_;
};

} // namespace lintas::query
