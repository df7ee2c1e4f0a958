// Which keys a seek in a range index wants: a run in the order of the keys.
//
// Invariant: keys are ordered by orderability, so that a run holds all keys that Cypher's `=`, `<`
// and `STARTS WITH` ask for. It may hold a few more; a filter decides after the seek.
#pragma once

#include "graph/value.h"

#include <compare>
#include <cstddef>
#include <optional>
#include <vector>

namespace lintas {

struct KeyBound {
    Value value;
    bool included = true;
};

struct KeyBounds {
    std::vector<Value> equal;             // of the first keys
    std::optional<KeyBound> lower, upper; // of the key after those
};

// The bounds of texts that begin with the prefix.
void bound_prefix(KeyBounds& bounds, const std::string& prefix);

// Where an entry lies: `less` before the run, `equivalent` in it, `greater` after it.
// `order_of(key, value)` compares a key of the entry, by its number, with a value.
template <typename OrderOf>
std::weak_ordering place_of(const KeyBounds& bounds, const OrderOf& order_of) {
    for (std::size_t key = 0; key < bounds.equal.size(); ++key) {
        const auto found = order_of(key, bounds.equal[key]);
        if (std::is_neq(found)) return found;
    }
    const auto key = bounds.equal.size();
    if (bounds.lower) {
        const auto found = order_of(key, bounds.lower->value);
        if (std::is_lt(found) || (std::is_eq(found) && !bounds.lower->included))
            return std::weak_ordering::less;
    }
    if (bounds.upper) {
        const auto found = order_of(key, bounds.upper->value);
        if (std::is_gt(found) || (std::is_eq(found) && !bounds.upper->included))
            return std::weak_ordering::greater;
    }
    return std::weak_ordering::equivalent;
}

} // namespace lintas
