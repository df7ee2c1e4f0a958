// Identities as types that do not mix. A node and a relationship are dense 32-bit numbers within
// one store; a label, a relationship type and a property key are numbers of the catalogue.
//
// Invariant: ids are never reused inside a store's life between two compactions. People see a
// node as `n:<id>` and a relationship as `r:<id>` (the elementId).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <type_traits>

namespace lintas {

enum class NodeId : std::uint32_t {};
enum class RelationshipId : std::uint32_t {};
enum class LabelId : std::uint32_t {};
enum class TypeId : std::uint32_t {};
enum class KeyId : std::uint32_t {};

// The number inside an id, for indexing and printing.
template <typename Id>
requires std::is_enum_v<Id>
constexpr std::uint32_t raw(Id id) { return static_cast<std::uint32_t>(id); }

inline std::string element_id(NodeId id) { return "n:" + std::to_string(raw(id)); }
inline std::string element_id(RelationshipId id) { return "r:" + std::to_string(raw(id)); }

} // namespace lintas
