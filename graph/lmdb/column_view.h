// ColumnView: a stored segment of a property, taken apart: where its numbers, offsets and nulls
// lie.
//
// Invariant: every pointer points to as many elements as the header promises, in the segment or in
// a copy that the view owns. Offsets ascend. Codes and compressed values were not looked at.
#pragma once

#include "graph/lmdb/dictionary.h"
#include "graph/lmdb/segment.h"
#include "graph/value.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace lintas::lmdb {

// How the values of a segment are written. docs/storage.md has the bytes.
enum class Encoding : std::uint8_t {
    Constant = 0,   // every value is the same
    Boolean = 1,    // a bit each
    Integer = 2,    // the distance from the smallest, in 1, 2 or 4 bytes
    Integer64 = 3,  // 8 bytes each
    Float = 4,      // 8 bytes each
    Dictionary = 5, // a code of 1 or 2 bytes
    String = 6,     // offsets of 4 bytes, and the bytes
    Decimal = 7,    // as Integer, divided by a power of ten
    Variant = 8,    // offsets of 4 bytes, and the values as value_bytes.h writes them
};

// Bits of the header's flags.
inline constexpr std::uint8_t flag_sparse = 1; // rows without a value take no place
inline constexpr std::uint8_t flag_nulls = 2;  // a bitmap says which rows have no value
inline constexpr std::uint8_t flag_zone = 4;   // the header knows the smallest and largest value

// In front of the numbers of Integer, Decimal and Dictionary.
struct NumberPrelude {
    std::int64_t base = 0;   // is added to each number
    std::uint32_t width = 0; // bytes of a number: 1, 2 or 4
    std::uint32_t scale = 0; // each number is divided by 10 to this power
};
static_assert(sizeof(NumberPrelude) == 16);

inline constexpr std::uint32_t largest_scale = 9;
double power_of_ten(std::uint32_t scale);

// The number that a base and a stored distance make; wraps, so that damage is harmless.
inline std::int64_t add_distance(std::int64_t base, std::uint64_t distance) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(base) + distance);
}

struct ColumnView {
    AlignedBytes bytes;
    Encoding encoding = Encoding::Constant;
    ValueType type = ValueType::Null; // of every value; Null for Variant, where they differ
    std::uint32_t rows = 0;           // of the group
    std::uint32_t items = 0;          // places for values: rows, or the filled rows if sparse
    const std::uint16_t* sparse_rows = nullptr; // ascending, one an item; nullptr: item i is row i
    const std::uint64_t* nulls = nullptr;       // a bit an item, 1 for null; nullptr: none is null
    const std::byte* numbers = nullptr;
    std::uint32_t width = 0;
    std::int64_t base = 0;
    double divisor = 1;
    const std::uint32_t* offsets = nullptr; // of items + 1 places in `texts`
    const char* texts = nullptr;
    const DictionaryView* dictionary = nullptr; // belongs to the table of columns
    Value constant;

    // nullopt if the header or the sizes are not those of a column, or if it needs a dictionary
    // and there is none. REQUIRES: is_intact(segment).
    static std::optional<ColumnView> read(const StoredSegment& segment,
                                          const DictionaryView* dictionary);

    bool is_null(std::uint32_t item) const { return nulls && (nulls[item / 64] >> item % 64 & 1); }
    // The item of a row; nullopt for a row without a value (also one past the last).
    std::optional<std::uint32_t> find_item(std::uint32_t row) const;
    std::string_view text(std::uint32_t item) const {
        return {texts + offsets[item], offsets[item + 1] - offsets[item]};
    }
    // The code of a dictionary column, or the distance of an Integer or Decimal one.
    std::uint32_t number(std::uint32_t item) const;
    // The value of an item, boxed. Throws Storage if its bytes are no value.
    // REQUIRES: item < items and not null.
    Value value(std::uint32_t item) const;
};

} // namespace lintas::lmdb
