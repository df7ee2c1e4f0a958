// PathStates: how far a path pattern has come, as numbered states, and how one state leads to the
// next: by a hop, or by leaving a part at the node behind it.
//
// Invariant: every path that the pattern allows is a walk over the states. Where all repetitions
// are counted the reverse holds too, as far as single hops and nodes can tell; where only those up
// to the lower bound are, so that there are few states, what is found over them is a bound.
#pragma once

#include "query/plan/path_search.h"

#include <cstdint>
#include <vector>

namespace lintas::query {

// At a node, about to take a hop of a part of which `count` repetitions are complete.
struct PathPosition {
    std::uint32_t part = 0;
    std::uint32_t hop = 0;
    std::uint64_t count = 0;
};

// Hops of all parts in one numbering.
class HopNumbers {
public:
    explicit HopNumbers(const PathSearch& search);
    std::size_t operator()(std::size_t part, std::size_t hop) const { return first_[part] + hop; }

private:
    std::vector<std::size_t> first_; // by part
};

class PathStates {
public:
    struct HopArc {
        std::size_t hop; // see HopNumbers
        std::uint32_t state;
    };
    struct NodeArc {
        std::size_t node; // of PathSearch::nodes, which must fit the node where the state changes
        std::uint32_t state;
    };
    struct Arcs {
        std::vector<HopArc> hops;
        std::vector<NodeArc> nodes;
    };

    // Limit for a pattern with too many states.
    explicit PathStates(const PathSearch& search);

    static constexpr std::uint32_t start = 0;
    std::uint32_t end() const { return end_; }
    std::size_t size() const { return std::size_t{end_} + 1; }
    std::uint32_t number(const PathPosition& position) const;

    const Arcs& forward(std::uint32_t state) const { return forward_[state]; }
    const Arcs& backward(std::uint32_t state) const { return backward_[state]; }

private:
    void connect(std::uint32_t from, std::size_t hop, std::uint32_t to);
    void number_parts(const PathSearch& search);
    void add_part(const PathSearch& search, const HopNumbers& hops, std::uint32_t part);

    struct Part {
        std::uint32_t first;
        std::uint32_t hops;
        std::uint64_t most; // repetitions that are counted
        bool is_exact;      // more are not allowed; otherwise more count as that many
    };
    std::vector<Part> parts_;
    std::uint32_t end_ = 0;
    std::vector<Arcs> forward_;
    std::vector<Arcs> backward_;
};

} // namespace lintas::query
