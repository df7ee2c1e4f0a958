// FirstWalks: for each node that the states of a path pattern reach at their end, the first of the
// shortest walks to it, in the order in which PathEnumeration gives paths. One search breadth first
// finds them all.
//
// Invariant: items of one level are in the order of their first walks, and each knows the item
// before it on that walk.
#pragma once

#include "query/run/found_path.h"
#include "query/run/node_table.h"
#include "query/run/path_states.h"
#include "query/run/path_steps.h"

#include <cstdint>
#include <vector>

namespace lintas::query {

class FirstWalks {
public:
    FirstWalks(const PathStates& states, PathSteps& steps, RunContext& context)
        : states_{states}, steps_{steps}, context_{context},
          places_(states.size()), held_{context} {}

    void start(NodeId from);

    // The number of the next item at the end of the pattern; false when there is none on this
    // level.
    bool next_end(std::uint32_t& item);
    // One level further; false when there was nothing left.
    bool grow();
    std::uint32_t depth() const { return depth_; }

    NodeId node(std::uint32_t item) const { return items_[item].node; }
    // The walk to the item, valid until the next call.
    FoundPath walk(std::uint32_t item);

private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    struct Item {
        std::uint32_t state;
        std::uint32_t before; // another item, or none
        NodeId node;
        RelationshipId relationship; // from the item before
    };

    void read(std::uint32_t state, const std::vector<std::uint32_t>& items);
    void arrive(const Item& item);
    void settle();
    void settle_one(const Item& item);
    void test_nodes();

    const PathStates& states_;
    PathSteps& steps_;
    RunContext& context_;
    std::vector<NodeTable<std::uint32_t>> places_; // by state: an item's number plus one
    std::vector<Item> items_;
    std::size_t level_ = 0;      // where the newest level begins
    std::size_t end_ = 0;        // the next to look at for ends
    std::vector<Item> arrivals_; // of the level that is being made
    std::uint32_t depth_ = 0;
    std::vector<PathSteps::Step> found_;
    Nodes nodes_;
    Relationships relationships_;
    std::vector<PathPosition> positions_;
    Held held_;
};

} // namespace lintas::query
