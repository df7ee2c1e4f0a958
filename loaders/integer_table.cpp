#include "loaders/integer_table.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace lintas::loaders {
namespace {

constexpr std::size_t least_integer_slots = 16;

// Fibonacci hashing (Knuth, TAOCP 3, 6.4): the product's high bits depend on all of the key's.
std::size_t hash(std::int64_t key, std::size_t slots) {
    constexpr std::uint64_t golden = 0x9e3779b97f4a7c15;
    const auto bits = std::bit_width(slots) - 1;
    return static_cast<std::size_t>(static_cast<std::uint64_t>(key) * golden >> (64 - bits));
}

} // namespace

IntegerTable::IntegerTable(std::uint64_t count, std::int64_t least, std::int64_t greatest)
    : least_{least}, slots_(least_integer_slots) {
    constexpr std::uint64_t sparsest = 8; // array places a key
    if (greatest < least) return;
    const auto span = static_cast<std::uint64_t>(greatest) - static_cast<std::uint64_t>(least);
    if (span / sparsest <= count) {
        dense_.assign(static_cast<std::size_t>(span) + 1, unused);
    } else {
        slots_.resize(std::bit_ceil(2 * static_cast<std::size_t>(count) + least_integer_slots));
    }
}

bool IntegerTable::is_dense(std::int64_t key) const {
    return static_cast<std::uint64_t>(key) - static_cast<std::uint64_t>(least_) < dense_.size();
}

std::size_t IntegerTable::slot_of(std::int64_t key) const {
    auto at = hash(key, slots_.size());
    while (slots_[at].number != unused && slots_[at].key != key) at = (at + 1) % slots_.size();
    return at;
}

bool IntegerTable::insert(std::int64_t key, std::uint32_t number) {
    if (is_dense(key)) {
        auto& place = dense_[static_cast<std::size_t>(key - least_)];
        if (place != unused) return false;
        place = number;
        return true;
    }
    if (2 * (used_ + 1) > slots_.size()) grow();
    auto& slot = slots_[slot_of(key)];
    if (slot.number != unused) return false;
    slot = {key, number};
    ++used_;
    return true;
}

std::optional<std::uint32_t> IntegerTable::find(std::int64_t key) const {
    const auto number = is_dense(key) ? dense_[static_cast<std::size_t>(key - least_)]
                                      : slots_[slot_of(key)].number;
    if (number == unused) return std::nullopt;
    return number;
}

void IntegerTable::replace(std::span<const std::uint32_t> with) {
    for (auto& number : dense_) {
        if (number != unused) number = with[number];
    }
    for (auto& slot : slots_) {
        if (slot.number != unused) slot.number = with[slot.number];
    }
}

void IntegerTable::grow() {
    auto slots = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (const auto& slot : slots) {
        if (slot.number != unused) slots_[slot_of(slot.key)] = slot;
    }
}

} // namespace lintas::loaders
