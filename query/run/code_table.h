// CodeTable: gives each distinct key the number that it first appeared with. The keys themselves
// are kept by whoever uses it, by code.
//
// Invariant: at most half full; at most 2^32 - 1 codes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lintas::query {

class CodeTable {
public:
    // The code of the key with this hash for which `is_key(code)` holds; where there is none,
    // `next` becomes its code.
    template <typename IsKey>
    std::uint32_t find_or_add(std::uint64_t hash, std::uint32_t next, IsKey is_key) {
        if (2 * (size_ + 1) > slots_.size()) grow();
        const auto tag = static_cast<std::uint32_t>(hash >> 32);
        for (auto at = place(tag);; at = (at + 1) & (slots_.size() - 1)) {
            auto& slot = slots_[at];
            if (slot.code == free_slot) {
                slot = {tag, next};
                ++size_;
                return next;
            }
            if (slot.tag == tag && is_key(slot.code)) return slot.code;
        }
    }
    std::size_t bytes() const { return slots_.size() * sizeof(Slot); }

private:
    static constexpr std::uint32_t free_slot = ~std::uint32_t{0};
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t code = free_slot;
    };

    std::size_t place(std::uint32_t tag) const { return tag & (slots_.size() - 1); }
    void grow() {
        auto old =
            std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 64 : 2 * slots_.size()));
        for (const auto& slot : old) {
            if (slot.code == free_slot) continue;
            auto at = place(slot.tag);
            while (slots_[at].code != free_slot) at = (at + 1) & (slots_.size() - 1);
            slots_[at] = slot;
        }
    }

    std::vector<Slot> slots_; // a power of two of them
    std::size_t size_ = 0;
};

// Spreads the bits of a number over all 64, so that its high half makes a tag. The finalizer of
// SplitMix64 (Steele, Lea and Flood, 2014).
inline std::uint64_t spread_bits(std::uint64_t bits) {
    bits += 0x9e3779b97f4a7c15;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return bits ^ (bits >> 31);
}

} // namespace lintas::query
