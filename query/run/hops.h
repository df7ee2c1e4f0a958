// The relationships that a step may follow from a node: types and direction, resolved once.
//
// Invariant: the order of hops, and so of all that follows them, is types by id, outgoing before
// incoming. A self-loop is seen once: only by the outgoing hop where there are both.
#pragma once

#include "graph/store.h"
#include "query/plan/plan.h"
#include "query/run/run_context.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace lintas::query {

// The types that exist among the names, ascending, each once; all types for no names.
std::vector<TypeId> known_types(const Snapshot& graph, const std::vector<std::string>& names);

struct Hop {
    TypeId type;
    Direction direction;
    bool skips_loops; // the outgoing hop has them
};

class Hops {
public:
    // `context` must outlive this; what is followed counts as read from the store.
    Hops(RunContext& context, const std::vector<std::string>& types, ExpandDirection direction);

    std::size_t size() const { return hops_.size(); }
    const Hop& operator[](std::size_t hop) const { return hops_[hop]; }
    // The same ways, walked backwards.
    Hops reversed() const;

    // Appends what lies along each hop from the node, without the empty lists; `hops` says which
    // hop each is of.
    void append_lists(NodeId node, std::vector<AdjacencyList>& lists,
                      std::vector<std::uint32_t>& hops) const;
    // out[hop][i]: along the hop from nodes[i].
    void lists(std::span<const NodeId> nodes, std::vector<std::vector<AdjacencyList>>& out) const;

private:
    RunContext* context_;
    ExpandDirection direction_;
    std::vector<Hop> hops_;
};

} // namespace lintas::query
