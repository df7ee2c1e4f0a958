// The ids of one group of CSV node files, and which node each stands for.
//
// Invariant: an id is known at most once. All ids of an integer index are canonical integers (see
// canonical_integer()); anything else is not found in it.
#pragma once

#include "graph/ids.h"
#include "loaders/integer_table.h"
#include "loaders/string_table.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

namespace lintas::loaders {

// What a first look at the ids of a group shows.
struct IdSummary {
    std::uint64_t count = 0;
    bool all_integers = true;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t greatest = std::numeric_limits<std::int64_t>::min();

    void add(std::string_view id);
};

class IdIndex {
public:
    explicit IdIndex(const IdSummary& summary);

    bool has_integers() const { return std::holds_alternative<IntegerTable>(table_); }
    std::size_t size() const { return size_; }

    // Makes `id` stand for the number size(). False if it is known already, or is no integer where
    // all are.
    bool insert(std::string_view id);
    // Before resolve(): the number; after: the node's id.
    std::optional<std::uint32_t> find(std::string_view id) const;
    // Puts nodes[number] in place of each number.
    void resolve(std::span<const NodeId> nodes);

private:
    std::variant<IntegerTable, StringTable> table_;
    std::size_t size_ = 0;
};

} // namespace lintas::loaders
