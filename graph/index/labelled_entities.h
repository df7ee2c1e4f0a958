// The entities that an index is about: nodes with one of some labels, or relationships of one of
// some types, in one snapshot. Both go by their numbers here, so that one index serves both.
#pragma once

#include "graph/schema.h"
#include "graph/store.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace lintas {

using EntityNumbers = std::vector<std::uint32_t>;

class LabelledEntities {
public:
    // Where a scan stands; a fresh one stands at the beginning.
    struct Position {
        std::size_t label = 0;
        ScanPosition scan;
    };

    // Both outlive it.
    LabelledEntities(const Snapshot& graph, EntityKind entity,
                     const std::vector<std::string>& labels)
        : graph_{graph}, entity_{entity}, labels_{labels} {}

    // How many there are at most.
    std::uint64_t count() const;
    // Replaces `out` with the next of them, each once, ascending for each label. False at the end.
    bool scan(Position& position, EntityNumbers& out) const;
    // 1 for each that exists and is one of them.
    std::vector<std::uint8_t> are_members(std::span<const std::uint32_t> entities) const;
    // REQUIRES: the entities exist.
    Column gather(const std::string& key, std::span<const std::uint32_t> entities) const;

private:
    bool scan_label(std::size_t label, ScanPosition& position, EntityNumbers& out) const;
    void mark_members(std::size_t label, std::span<const std::uint32_t> entities,
                      std::vector<std::uint8_t>& marks) const;
    void drop_seen(std::size_t labels, EntityNumbers& entities) const;

    const Snapshot& graph_;
    EntityKind entity_;
    const std::vector<std::string>& labels_;
};

// The numbers of those of a kind that were touched, each once.
EntityNumbers touched_numbers(const Touched& touched, EntityKind entity);

} // namespace lintas
