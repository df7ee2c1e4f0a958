// OverlayTable: records for some of all 32-bit ids. Copies share what neither has changed since, so
// that a table of a million records is copied in no time.
//
// Invariant: a record is changed in place only under the edit number that made it; whoever changes
// a copy brings a number that nobody used before. Unchanged records may be read by any thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace lintas::lmdb {

template <typename Record> class OverlayTable {
public:
    static constexpr std::uint32_t group_bits = 16;
    static constexpr std::uint32_t no_group = ~std::uint32_t{0};

    bool is_empty() const { return top_ == nullptr; }

    // nullptr for an id without a record.
    const Record* find(std::uint32_t id) const {
        const auto* chunk = find_chunk(id);
        const auto bit = bit_of(id);
        if (chunk == nullptr || !(chunk->rows & bit)) return nullptr;
        return &chunk->entries[rank(*chunk, bit)]->record;
    }
    // The id's record, to be changed; a new one if there is none.
    Record& change(std::uint32_t id, std::uint64_t edit) {
        auto& groups = own(top_, edit).groups;
        const auto group = id >> group_bits;
        if (group >= groups.size()) groups.resize(group + std::size_t{1});
        auto& part = own(own(groups[group], edit).parts[part_of(id)], edit);
        auto& chunk = own(part.chunks[chunk_of(id)], edit);
        const auto bit = bit_of(id);
        const auto at = static_cast<std::ptrdiff_t>(rank(chunk, bit));
        if (!(chunk.rows & bit)) chunk.entries.insert(chunk.entries.begin() + at, nullptr);
        chunk.rows |= bit;
        return own(chunk.entries[at], edit).record;
    }
    // Is there a record of an id of this group of 65,536?
    bool has_group(std::uint32_t group) const {
        return top_ && group < top_->groups.size() && top_->groups[group];
    }
    // The first group from this one on that has records; no_group if there is none.
    std::uint32_t next_group(std::uint32_t group) const {
        for (; top_ && group < top_->groups.size(); ++group)
            if (top_->groups[group]) return group;
        return no_group;
    }
    // Calls visit(id, record) for the records of ids in [begin, end), in ascending order.
    template <typename Visit>
    void for_each(std::uint64_t begin, std::uint64_t end, Visit visit) const {
        for (auto id = begin; top_ && id < end;) {
            const auto number = static_cast<std::uint32_t>(id >> group_bits);
            if (number >= top_->groups.size()) return;
            const auto* group = top_->groups[number].get();
            const auto* part = group ? group->parts[part_of(id)].get() : nullptr;
            const auto* chunk = part ? part->chunks[chunk_of(id)].get() : nullptr;
            if (chunk) visit_chunk(*chunk, id, end, visit);
            const auto step = part ? chunk_rows : group ? part_rows : group_rows;
            id = (id / step + 1) * step;
        }
    }

private:
    // A change copies the pointers of a group, a part and a chunk: as few as can be.
    static constexpr std::uint64_t chunk_rows = 64;
    static constexpr std::uint64_t part_rows = 2048;
    static constexpr std::uint64_t group_rows = std::uint64_t{1} << group_bits;

    struct Entry {
        std::uint64_t edit = 0;
        Record record;
    };
    // All pointers below are shared by the tables that were copied from each other.
    struct Chunk {
        std::uint64_t edit = 0;
        std::uint64_t rows = 0; // a bit each, 1 if it has a record
        std::vector<std::shared_ptr<Entry>> entries;
    };
    struct Part {
        std::uint64_t edit = 0;
        std::array<std::shared_ptr<Chunk>, part_rows / chunk_rows> chunks;
    };
    struct Group {
        std::uint64_t edit = 0;
        std::array<std::shared_ptr<Part>, group_rows / part_rows> parts;
    };
    struct Top {
        std::uint64_t edit = 0;
        std::vector<std::shared_ptr<Group>> groups;
    };

    static std::size_t part_of(std::uint64_t id) { return id % group_rows / part_rows; }
    static std::size_t chunk_of(std::uint64_t id) { return id % part_rows / chunk_rows; }
    static std::uint64_t bit_of(std::uint32_t id) { return std::uint64_t{1} << id % chunk_rows; }
    static std::size_t rank(const Chunk& chunk, std::uint64_t bit) {
        return static_cast<std::size_t>(std::popcount(chunk.rows & (bit - 1)));
    }

    template <typename T> static T& own(std::shared_ptr<T>& pointer, std::uint64_t edit) {
        if (!pointer || pointer->edit != edit) {
            pointer = pointer ? std::make_shared<T>(*pointer) : std::make_shared<T>();
            pointer->edit = edit;
        }
        return *pointer;
    }
    const Chunk* find_chunk(std::uint32_t id) const {
        const auto group = id >> group_bits;
        if (!has_group(group)) return nullptr;
        const auto* part = top_->groups[group]->parts[part_of(id)].get();
        return part ? part->chunks[chunk_of(id)].get() : nullptr;
    }
    template <typename Visit>
    static void visit_chunk(const Chunk& chunk, std::uint64_t begin, std::uint64_t end,
                            Visit& visit) {
        const auto first = begin / chunk_rows * chunk_rows;
        auto rows = chunk.rows;
        for (const auto& entry : chunk.entries) {
            const auto id = first + static_cast<std::uint64_t>(std::countr_zero(rows));
            rows &= rows - 1;
            if (id >= begin && id < end) visit(static_cast<std::uint32_t>(id), entry->record);
        }
    }

    std::shared_ptr<Top> top_;
};

} // namespace lintas::lmdb
