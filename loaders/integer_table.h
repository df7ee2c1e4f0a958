// Integer keys and a 32-bit number for each: an array where the keys lie close together, an
// open-addressing hash table with linear probing where they do not.
//
// Invariant: a key is there at most once; the number 0xffffffff is not used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lintas::loaders {

class IntegerTable {
public:
    // For about `count` keys from `least` to `greatest`; others are taken as well.
    IntegerTable(std::uint64_t count, std::int64_t least, std::int64_t greatest);

    // False if the key is known.
    bool insert(std::int64_t key, std::uint32_t number);
    std::optional<std::uint32_t> find(std::int64_t key) const;
    // Puts with[number] in place of each number.
    void replace(std::span<const std::uint32_t> with);

private:
    struct Slot {
        std::int64_t key = 0;
        std::uint32_t number = unused;
    };
    static constexpr std::uint32_t unused = 0xffffffff;

    bool is_dense(std::int64_t key) const;
    std::size_t slot_of(std::int64_t key) const;
    void grow();

    std::int64_t least_;
    std::vector<std::uint32_t> dense_;
    std::vector<Slot> slots_; // a power of two, at most half full
    std::size_t used_ = 0;
};

} // namespace lintas::loaders
