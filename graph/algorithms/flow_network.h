// A network with capacities and costs, and flows through it in whole units.
//
// Invariant: arcs come in pairs, an arc and its return; what flows through the one may flow back
// through the other. finish() comes after all add() and before all else.
#pragma once

#include "graph/algorithms/work.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::algorithms {

class FlowNetwork {
public:
    using Point = std::uint32_t;
    using Arc = std::uint32_t;
    static constexpr std::int32_t no_limit = 1 << 30;

    explicit FlowNetwork(Point points) : first_(points + std::size_t{1}) {}

    void add(Point from, Point to, std::int32_t capacity, std::int64_t cost = 0);
    void finish();

    // Sends as much as it can (Dinic 1970), at most `most` units. How many went.
    std::int64_t send(Point source, Point target, std::int64_t most, const Work& work);
    // Sends one unit more by the cheapest way (successive shortest paths). False if none can go.
    // REQUIRES: costs are not negative; send() was not called.
    bool send_cheapest(Point source, Point target, const Work& work);

    // The arcs that begin at a point, in the order in which they were added.
    std::span<const Arc> row(Point point) const {
        return {rows_.data() + first_[point], rows_.data() + first_[point + 1]};
    }
    Point target(Arc arc) const { return arcs_[arc].to; }
    std::int32_t left(Arc arc) const { return arcs_[arc].capacity; }
    // What flows through an arc that was added; 0 for its return.
    std::int32_t flow(Arc arc) const { return arc % 2 == 0 ? arcs_[arc + 1].capacity : 0; }
    void take_back(Arc arc);
    // 1 for each point that the source still reaches.
    std::vector<std::uint8_t> reached_from(Point source) const;

private:
    struct Entry {
        Point to;
        std::int32_t capacity; // what is left of it
        std::int64_t cost;
    };

    bool set_levels(Point source, Point target, const Work& work);
    bool send_one(Point source, Point target, const Work& work);

    std::vector<Entry> arcs_; // an arc, then its return
    std::vector<Point> from_;
    std::vector<std::size_t> first_;
    std::vector<Arc> rows_;
    std::vector<std::uint32_t> level_;
    std::vector<std::size_t> next_;
    std::vector<std::int64_t> potential_;
};

} // namespace lintas::algorithms
