// A list made ready for many `x IN list` questions: a set of its elements.
//
// Invariant: contains() answers exactly what in_list() of query/functions/operators.h answers.
#pragma once

#include "graph/compare.h"
#include "graph/value.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace lintas::query {

class ListSet {
public:
    // REQUIRES: the value is a list. Shares it.
    explicit ListSet(Value list);

    // nullopt is Cypher's null.
    std::optional<bool> contains(const Value& value) const;
    std::optional<bool> contains(std::int64_t value) const;
    std::optional<bool> contains(std::string_view value) const;

    // Is this the set of that very list?
    bool is_of(const Value& list) const { return &list_.list() == &list.list(); }

private:
    std::optional<bool> absent() const;

    Value list_;
    std::unordered_set<Value, Hash, Equivalent> values_; // neither null nor nested nor NaN
    std::unordered_set<std::int64_t> integers_;          // those of values_ that are integers
    std::unordered_set<std::string_view> texts_;         // those of values_ that are strings
    bool has_null_ = false;
    bool has_float_ = false; // which an integer may be equal to
};

// The sets that were asked for last, so that a list that stays the same from batch to batch is
// taken apart once.
class ListSets {
public:
    // REQUIRES: the value is a list. Valid until the next call.
    const ListSet& set_of(const Value& list);

private:
    std::array<std::unique_ptr<ListSet>, 8> sets_;
    std::size_t next_ = 0;
};

} // namespace lintas::query
