#include "loaders/string_table.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

namespace lintas::loaders {
namespace {

constexpr std::size_t least_string_slots = 16;
constexpr std::size_t block_size = std::size_t{1} << 20;

std::uint32_t hash_of(std::string_view key) {
    const std::uint64_t hash = std::hash<std::string_view>{}(key);
    return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

} // namespace

StringTable::StringTable(std::uint64_t count)
    : slots_(std::bit_ceil(2 * static_cast<std::size_t>(count) + least_string_slots)) {
    entries_.reserve(static_cast<std::size_t>(count));
}

std::size_t StringTable::slot_of(std::string_view key, std::uint32_t hash) const {
    auto at = hash % slots_.size();
    while (slots_[at].entry != unused) {
        if (slots_[at].hash == hash && entries_[slots_[at].entry].key == key) break;
        at = (at + 1) % slots_.size();
    }
    return at;
}

bool StringTable::insert(std::string_view key, std::uint32_t number) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    const auto hash = hash_of(key);
    auto& slot = slots_[slot_of(key, hash)];
    if (slot.entry != unused) return false;
    slot = {hash, static_cast<std::uint32_t>(entries_.size())};
    entries_.push_back({copy(key), number});
    return true;
}

std::optional<std::uint32_t> StringTable::find(std::string_view key) const {
    const auto& slot = slots_[slot_of(key, hash_of(key))];
    if (slot.entry == unused) return std::nullopt;
    return entries_[slot.entry].number;
}

void StringTable::replace(std::span<const std::uint32_t> with) {
    for (auto& entry : entries_) entry.number = with[entry.number];
}

std::string_view StringTable::copy(std::string_view key) {
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < key.size()) {
        blocks_.emplace_back().reserve(std::max(block_size, key.size()));
    }
    auto& block = blocks_.back();
    const auto at = block.size();
    block += key;
    return std::string_view{block}.substr(at);
}

void StringTable::grow() {
    slots_.assign(2 * slots_.size(), {});
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const auto hash = hash_of(entries_[i].key);
        slots_[slot_of(entries_[i].key, hash)] = {hash, static_cast<std::uint32_t>(i)};
    }
}

} // namespace lintas::loaders
