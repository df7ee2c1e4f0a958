// The four ways in which openCypher compares values (CIP2016-06-14).
//
// equal       `=`: three-valued; numbers by exact numeric value, other types apart are false, null
//             anywhere that decides is null.
// less        `<`: three-valued; only within a type (numbers together), otherwise null.
// order       ORDER BY, min, max: total over all values. Ascending: map, node, relationship, list,
//             path, datetime, localdatetime, date, time, localtime, duration, string, boolean,
//             number (NaN after all other numbers), point before string, null last.
// equivalent  DISTINCT, grouping, UNION: total; like equal, but null equals null and NaN equals
// NaN.
#pragma once

#include "graph/value.h"

#include <compare>
#include <cstddef>
#include <optional>

namespace lintas {

// nullopt is Cypher's null.
std::optional<bool> equal(const Value& left, const Value& right);

// The comparison behind <, <=, >, >=. nullopt: not comparable, the operators give null: null, other
// types, maps, entities, paths, durations, points. Zoned values compare by instant, as in equal().
// `unordered`: NaN takes part, the operators give false.
std::optional<std::partial_ordering> compare(const Value& left, const Value& right);

// Orderability. Never fails; values that are equivalent are `equal` here.
std::weak_ordering order(const Value& left, const Value& right);

bool equivalent(const Value& left, const Value& right);

// equivalent(a, b) implies hash(a) == hash(b).
std::size_t hash(const Value& value);

struct Equivalent {
    bool operator()(const Value& left, const Value& right) const { return equivalent(left, right); }
};
struct Hash {
    std::size_t operator()(const Value& value) const { return hash(value); }
};

} // namespace lintas
