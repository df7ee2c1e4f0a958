// ListPatch: what commits have changed in the list of relationships of one node, type and
// direction.
//
// Invariant: relationships are sorted by neighbour, then by id. What was added may stand in the
// list below already, and what was removed may be missing there. The merged list is made when it
// is first asked for, by any thread; it holds until the next change.
#pragma once

#include "graph/ids.h"
#include "graph/store.h"

#include <atomic>
#include <compare>
#include <memory>
#include <vector>

namespace lintas::lmdb {

// One end of a relationship, as the node at the other end sees it.
struct Link {
    NodeId neighbour{};
    RelationshipId relationship{};

    auto operator<=>(const Link&) const = default;
};

class ListPatch {
public:
    ListPatch() = default;
    ListPatch(const ListPatch& other) : added_{other.added_}, removed_{other.removed_} {}
    ListPatch& operator=(const ListPatch&) = delete;
    ~ListPatch() { delete merged_.load(); }

    void add(Link link);
    void remove(Link link);

    // The list as it is after the changes to `base`, which is the same at every call.
    AdjacencyList apply_to(const AdjacencyList& base) const;

private:
    struct Merged {
        std::vector<NodeId> neighbours;
        std::vector<RelationshipId> relationships;
    };

    std::unique_ptr<const Merged> merge(const AdjacencyList& base) const;
    void forget_merged() { delete merged_.exchange(nullptr); }

    std::vector<Link> added_;
    std::vector<Link> removed_;
    mutable std::atomic<const Merged*> merged_{nullptr}; // owned
};

} // namespace lintas::lmdb
