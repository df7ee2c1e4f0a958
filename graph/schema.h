// The schema: which indexes and constraints a graph has. Definitions only; what an index holds is
// derived from the graph (graph/index).
//
// Invariant: indexes and constraints are in the order of their names, and no two of them share a
// name, except a constraint and the index that it owns. Labels, types and keys are named, not
// numbered, so that a definition may be older than the first entity it is about.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lintas {

enum class EntityKind : std::uint8_t { Node, Relationship };
enum class IndexKind : std::uint8_t { Range, Text, FullText };
enum class ConstraintKind : std::uint8_t { Unique, Key, Exists, Type };

struct IndexDefinition {
    std::string name;
    std::uint64_t id = 0; // never given again within a store
    IndexKind kind = IndexKind::Range;
    EntityKind entity = EntityKind::Node;
    std::vector<std::string> labels; // or types; several only for full text
    std::vector<std::string> keys;
    bool owned = false; // by the constraint of the same name

    bool operator==(const IndexDefinition&) const = default;
};

struct ConstraintDefinition {
    std::string name;
    std::uint64_t id = 0;
    ConstraintKind kind = ConstraintKind::Unique;
    EntityKind entity = EntityKind::Node;
    std::string label; // or type
    std::vector<std::string> keys;
    std::string type; // of ConstraintKind::Type: "LIST<STRING NOT NULL>"

    bool operator==(const ConstraintDefinition&) const = default;
};

struct Schema {
    std::vector<IndexDefinition> indexes;
    std::vector<ConstraintDefinition> constraints;
    std::uint64_t next_id = 1; // of the next definition

    bool operator==(const Schema&) const = default;

    const IndexDefinition* find_index(std::string_view name) const;
    const ConstraintDefinition* find_constraint(std::string_view name) const;
    bool is_empty() const { return indexes.empty() && constraints.empty(); }
};

} // namespace lintas
