#include "graph/lmdb/adjacency_group.h"

#include <algorithm>

namespace lintas::lmdb {

// Takes the segments of a group apart. False: they are not what their headers promise.
class AdjacencyGroup::Parse {
public:
    Parse(AdjacencyGroup& group, std::span<const StoredSegment> parts)
        : group_{group}, keys_{parts} {
        for (const auto& part : parts) group.parts_.emplace_back(part.bytes);
    }

    bool all() {
        if (keys_.empty() || keys_.front().key.part != 0) return false;
        header_ = header_of(group_.parts_.front());
        ByteReader reader{payload_of(group_.parts_.front())};
        return prelude(reader) && ranks(reader) && offsets(reader) && hints(reader) && chunks();
    }

private:
    bool has(std::uint8_t flag) const { return (header_.flags & flag) != 0; }

    bool prelude(ByteReader& reader) {
        const auto prelude = reader.get<AdjacencyPrelude>();
        if (!prelude || header_.rows > group_rows || prelude->lists > header_.rows) return false;
        if (!has(flag_ranked) && prelude->lists != header_.rows) return false;
        group_.rows_ = header_.rows;
        group_.size_ = header_.items;
        group_.first_ = prelude->first;
        group_.lists_ = prelude->lists;
        chunk_count_ = prelude->chunks;
        return chunk_count_ > 0;
    }
    bool ranks(ByteReader& reader) {
        if (!has(flag_ranked)) return true;
        const std::size_t words = (group_.rows_ + 63) / 64;
        group_.words_ = reader.view<std::uint64_t>(words);
        group_.ranks_ = reader.view<std::uint16_t>(words);
        reader.align(8);
        if (has(flag_consecutive)) group_.list_rows_ = reader.view<std::uint16_t>(group_.lists_);
        reader.align(8);
        return reader.ok() && ranks_add_up(words);
    }
    bool ranks_add_up(std::size_t words) const {
        std::uint32_t lists = 0;
        for (std::size_t word = 0; word < words; ++word) {
            if (group_.ranks_[word] != lists) return false;
            lists += static_cast<std::uint32_t>(std::popcount(group_.words_[word]));
        }
        const auto rows_in_last = group_.rows_ % 64;
        if (rows_in_last != 0 && group_.words_[words - 1] >> rows_in_last != 0) return false;
        return lists == group_.lists_;
    }
    bool offsets(ByteReader& reader) {
        const auto count = group_.lists_ + std::size_t{1};
        group_.offsets_ = reader.view<std::uint32_t>(count);
        reader.align(8);
        begins_ = reader.view<std::uint32_t>(chunk_count_ + std::size_t{1});
        reader.align(8);
        if (!reader.ok()) return false;
        return group_.offsets_[0] == 0 && group_.offsets_[group_.lists_] == group_.size_ &&
               std::is_sorted(group_.offsets_, group_.offsets_ + count);
    }
    bool hints(ByteReader& reader) {
        if (!has(flag_consecutive)) return true;
        const std::size_t count = (group_.size_ + std::size_t{hint_distance} - 1) / hint_distance;
        group_.hints_ = reader.view<std::uint16_t>(count);
        if (!reader.ok()) return false;
        for (std::size_t at = 0; at < count; ++at) {
            const std::uint32_t list = group_.hints_[at];
            const auto position = static_cast<std::uint32_t>(at * hint_distance);
            if (list >= group_.lists_ || group_.offsets_[list] > position ||
                group_.offsets_[list + 1] <= position)
                return false;
        }
        return true;
    }
    bool chunks() {
        if (begins_[0] != 0 || begins_[chunk_count_] != group_.size_) return false;
        const std::size_t parts_a_chunk = has(flag_consecutive) ? 1 : 2;
        if (keys_.size() != 1 + chunk_count_ * parts_a_chunk) return false;
        std::size_t part = 1;
        for (std::uint32_t chunk = 0; chunk < chunk_count_; ++chunk) {
            if (begins_[chunk] > begins_[chunk + 1] || !is_list_end(begins_[chunk])) return false;
            const auto size = begins_[chunk + 1] - begins_[chunk];
            Chunk found{begins_[chunk], numbers<NodeId>(part++, neighbours_part(chunk), size)};
            if (!found.neighbours) return false;
            if (!has(flag_consecutive)) {
                found.relationships =
                    numbers<RelationshipId>(part++, relationships_part(chunk), size);
                if (!found.relationships) return false;
            }
            group_.chunks_.push_back(found);
        }
        return true;
    }
    bool is_list_end(std::uint32_t position) const {
        return std::binary_search(group_.offsets_, group_.offsets_ + group_.lists_ + 1, position);
    }
    template <typename Id>
    const Id* numbers(std::size_t part, std::uint32_t key_part, std::uint32_t size) const {
        if (keys_[part].key.part != key_part) return nullptr;
        if (header_of(group_.parts_[part]).items != size) return nullptr;
        return ByteReader{payload_of(group_.parts_[part])}.view<Id>(size);
    }

    AdjacencyGroup& group_;
    std::span<const StoredSegment> keys_;
    SegmentHeader header_;
    std::uint32_t chunk_count_ = 0;
    const std::uint32_t* begins_ = nullptr; // of chunks
};

std::optional<AdjacencyGroup> AdjacencyGroup::read(std::span<const StoredSegment> parts) {
    AdjacencyGroup group;
    if (!Parse{group, parts}.all()) return std::nullopt;
    return group;
}

const AdjacencyGroup::Chunk& AdjacencyGroup::chunk_of(std::uint32_t position) const {
    const auto after = std::ranges::upper_bound(chunks_, position, {}, &Chunk::begin);
    return *(after - 1);
}

std::uint32_t AdjacencyGroup::row_at(std::uint32_t position) const {
    const auto hint = position / hint_distance;
    const auto last = (size_ - 1) / hint_distance;
    const std::uint32_t lowest = hints_[hint];
    const std::uint32_t highest = hint == last ? lists_ - 1 : hints_[hint + 1];
    const auto* after = std::upper_bound(offsets_ + lowest + 1, offsets_ + highest + 1, position);
    const auto list = static_cast<std::uint32_t>(after - offsets_) - 1;
    return list_rows_ ? list_rows_[list] : list;
}

} // namespace lintas::lmdb
