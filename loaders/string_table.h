// String keys and a 32-bit number for each: open addressing with linear probing over hashes; the
// keys' bytes lie one after another in blocks.
//
// Invariant: a key is there at most once; keys are copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

class StringTable {
public:
    // For about `count` keys; more are taken as well.
    explicit StringTable(std::uint64_t count = 0);

    // False if the key is known.
    bool insert(std::string_view key, std::uint32_t number);
    std::optional<std::uint32_t> find(std::string_view key) const;
    // Puts with[number] in place of each number.
    void replace(std::span<const std::uint32_t> with);

private:
    struct Entry {
        std::string_view key;
        std::uint32_t number = 0;
    };
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = unused;
    };
    static constexpr std::uint32_t unused = 0xffffffff;

    std::size_t slot_of(std::string_view key, std::uint32_t hash) const;
    std::string_view copy(std::string_view key);
    void grow();

    std::vector<Slot> slots_; // a power of two, at most half full
    std::vector<Entry> entries_;
    std::deque<std::string> blocks_;
};

} // namespace lintas::loaders
