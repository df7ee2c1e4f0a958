// SegmentKey: what a segment of the table `seg` holds, and its key's bytes.
//
// Invariant: keys in byte order are in order of kind, sub, id, group and part; on disk they are
// twelve bytes, big-endian.
#pragma once

#include "graph/lmdb/bytes.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace lintas::lmdb {

enum class SegmentKind : std::uint8_t {
    Adjacency = 'A',            // sub: direction; id: type; group: of nodes; part: see adjacency.h
    Dictionary = 'D',           // sub: entity; id: key; part: type (relationships only)
    Ends = 'E',                 // group: of relationships whose ids tell no ends
    Groups = 'G',               // sub: entity
    LabelSets = 'L',            // group: of nodes with more than one label set, or deleted ones
    NodeProperty = 'P',         // id: key; group: of nodes
    RelationshipProperty = 'R', // id: key; group: of relationships
};

// The `sub` of dictionaries and group lists.
enum class Entity : std::uint8_t { Node = 0, Relationship = 1 };

struct SegmentKey {
    SegmentKind kind = SegmentKind::Groups;
    std::uint8_t sub = 0;
    std::uint32_t id = 0;
    std::uint16_t group = 0;
    std::uint32_t part = 0;

    auto operator<=>(const SegmentKey&) const = default;
};

using SegmentKeyBytes = std::array<std::byte, 12>;

SegmentKeyBytes to_bytes(const SegmentKey& key);
// nullopt for bytes that are no key of a segment.
std::optional<SegmentKey> to_segment_key(ByteView bytes);
// For findings and errors, for example `P/0/3/17/0`.
std::string to_text(const SegmentKey& key);

} // namespace lintas::lmdb
