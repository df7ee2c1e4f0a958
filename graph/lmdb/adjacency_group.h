// AdjacencyGroup: the relationships of one type and direction of the nodes of one group, as they
// lie in the store: where each node's list begins, the neighbours, and the relationships' ids.
//
// Invariant: offsets ascend and end at the number of relationships; every list lies in one chunk.
// Neighbours and ids were not looked at.
#pragma once

#include "graph/lmdb/segment.h"
#include "graph/store.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace lintas::lmdb {

// Bits of the header's flags.
inline constexpr std::uint8_t flag_ranked = 1; // only nodes with relationships have a list
inline constexpr std::uint8_t flag_consecutive =
    2; // ids count up; there are hints, and no id chunks

// In front of the offsets.
struct AdjacencyPrelude {
    std::uint32_t first = 0; // the first relationship id, if they are consecutive
    std::uint32_t lists = 0;
    std::uint32_t chunks = 0;
    std::uint32_t unused = 0;
};
static_assert(sizeof(AdjacencyPrelude) == 16);

// There is a hint every so many relationships.
inline constexpr std::uint32_t hint_distance = 64;

// The parts of a group: 0 is the offsets, then each chunk's neighbours and ids take turns.
inline std::uint32_t neighbours_part(std::uint32_t chunk) { return 1 + 2 * chunk; }
inline std::uint32_t relationships_part(std::uint32_t chunk) { return 2 + 2 * chunk; }

class AdjacencyGroup {
public:
    // `parts` in order of their keys. nullopt if they do not make up a group.
    // REQUIRES: each is_intact().
    static std::optional<AdjacencyGroup> read(std::span<const StoredSegment> parts);

    std::uint32_t rows() const { return rows_; }
    std::uint32_t size() const { return size_; }
    bool is_consecutive() const { return hints_ != nullptr; }
    // REQUIRES: is_consecutive().
    std::uint32_t first() const { return first_; }

    AdjacencyList list(std::uint32_t row) const {
        const auto at = find_list(row);
        if (at == no_list) return {};
        const auto begin = offsets_[at];
        const auto& chunk = chunks_.size() == 1 ? chunks_.front() : chunk_of(begin);
        return {chunk.neighbours + (begin - chunk.begin),
                chunk.relationships ? chunk.relationships + (begin - chunk.begin) : nullptr,
                RelationshipId{first_ + begin}, offsets_[at + 1] - begin};
    }
    // The row in whose list the relationship at this position of the group lies, and its neighbour.
    // REQUIRES: is_consecutive() and position < size().
    std::uint32_t row_at(std::uint32_t position) const;
    NodeId neighbour_at(std::uint32_t position) const {
        const auto& chunk = chunks_.size() == 1 ? chunks_.front() : chunk_of(position);
        return chunk.neighbours[position - chunk.begin];
    }

    // Fetch what list(row) will read, some calls ahead of it.
    void prefetch_offsets(std::uint32_t row) const {
        if (row >= rows_) return;
        if (ranks_)
            __builtin_prefetch(words_ + row / 64);
        else
            __builtin_prefetch(offsets_ + row);
    }
    void prefetch_list(std::uint32_t row) const {
        const auto at = find_list(row);
        if (at == no_list || chunks_.size() != 1) return;
        const auto& chunk = chunks_.front();
        __builtin_prefetch(chunk.neighbours + offsets_[at]);
        if (chunk.relationships) __builtin_prefetch(chunk.relationships + offsets_[at]);
    }

private:
    class Parse;

    // Positions [begin, next chunk's begin) of the group.
    struct Chunk {
        std::uint32_t begin = 0;
        const NodeId* neighbours = nullptr;
        const RelationshipId* relationships = nullptr;
    };
    static constexpr std::uint32_t no_list = ~std::uint32_t{0};

    std::uint32_t find_list(std::uint32_t row) const {
        if (row >= rows_) return no_list;
        if (!ranks_) return row;
        const auto word = words_[row / 64];
        const auto bit = std::uint64_t{1} << row % 64;
        if (!(word & bit)) return no_list;
        return ranks_[row / 64] + static_cast<std::uint32_t>(std::popcount(word & (bit - 1)));
    }
    const Chunk& chunk_of(std::uint32_t position) const;

    std::vector<AlignedBytes> parts_;
    std::uint32_t rows_ = 0;
    std::uint32_t lists_ = 0;
    std::uint32_t size_ = 0;
    std::uint32_t first_ = 0;
    const std::uint64_t* words_ = nullptr;     // ranked: a bit a row, 1 if it has a list
    const std::uint16_t* ranks_ = nullptr;     // ranked: lists before each word
    const std::uint16_t* list_rows_ = nullptr; // ranked and consecutive: the row of each list
    const std::uint32_t* offsets_ = nullptr;
    const std::uint16_t* hints_ = nullptr; // consecutive: the list of every 64th relationship
    std::vector<Chunk> chunks_;
};

} // namespace lintas::lmdb
