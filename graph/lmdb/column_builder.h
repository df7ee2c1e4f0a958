// ColumnBuilder: the values of one property of the up to 65,536 entities of a group, as they come
// in, until they are encoded.
//
// Invariant: `rows` ascend; there is a value for each and none is null. Values are held in the type
// that all share; from the first value of another type on, boxed.
#pragma once

#include "graph/column.h"
#include "graph/value.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lintas::lmdb {

// Values of a type that is a plain number: integers, dates (days), local times (nanoseconds).
struct TaggedIntegers {
    ValueType type = ValueType::Integer;
    std::vector<std::int64_t> numbers;
};

// Strings one after the other; the i-th ends where the (i+1)-th begins.
struct Texts {
    std::vector<std::uint32_t> offsets{0};
    std::string bytes;

    std::size_t size() const { return offsets.size() - 1; }
    std::string_view operator[](std::size_t at) const {
        return std::string_view{bytes}.substr(offsets[at], offsets[at + 1] - offsets[at]);
    }
};

class ColumnBuilder {
public:
    using Values = std::variant<std::monostate, Booleans, TaggedIntegers, Floats, Texts, Boxed>;

    // Appends the rows [begin, begin + count) of a column as rows `first_row` and up of the group.
    // Nulls are left out. Throws Type for a value that no property may hold, naming the key, and
    // Limit for over 4 GiB of strings. REQUIRES: first_row is past every row so far.
    void append(const Column& column, std::size_t begin, std::size_t count, std::uint32_t first_row,
                std::string_view key);

    // The rows that have a value.
    const std::vector<std::uint16_t>& rows() const { return rows_; }
    const Values& values() const { return values_; }

private:
    struct Append;

    std::vector<std::uint16_t> rows_;
    Values values_;
};

} // namespace lintas::lmdb
