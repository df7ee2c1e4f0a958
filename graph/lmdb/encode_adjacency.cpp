#include "graph/lmdb/encode_adjacency.h"

#include "graph/expect.h"
#include "graph/lmdb/adjacency_group.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

constexpr std::uint32_t chunk_relationships = 1U << 20;
// Under one row in four with relationships, offsets of the others are left out.
constexpr std::size_t ranked_below = 4;

SegmentKey key_of(const GroupLists& lists, std::uint32_t part) {
    return {SegmentKind::Adjacency, lists.direction, lists.type, lists.group, part};
}

class AdjacencyEncoder {
public:
    explicit AdjacencyEncoder(const GroupLists& lists)
        : lists_{lists}, rows_{lists.offsets.size() - 1}, is_consecutive_{
                                                              lists.relationships.empty()} {
        std::size_t filled = 0;
        for (std::size_t row = 0; row < rows_; ++row) filled += has_list(row);
        is_ranked_ = filled * ranked_below < rows_;
        collect_offsets();
        collect_chunks();
    }

    std::vector<SealedSegment> run() {
        std::vector<SealedSegment> segments;
        segments.push_back(offsets());
        for (std::uint32_t chunk = 0; chunk + 1 < begins_.size(); ++chunk) {
            segments.push_back(numbers(lists_.neighbours, chunk, neighbours_part(chunk)));
            if (!is_consecutive_)
                segments.push_back(numbers(lists_.relationships, chunk, relationships_part(chunk)));
        }
        return segments;
    }

private:
    bool has_list(std::size_t row) const { return lists_.offsets[row] < lists_.offsets[row + 1]; }

    void collect_offsets() {
        for (std::size_t row = 0; row < rows_; ++row) {
            if (is_ranked_ && !has_list(row)) continue;
            list_rows_.push_back(static_cast<std::uint16_t>(row));
            offsets_.push_back(lists_.offsets[row]);
        }
        offsets_.push_back(lists_.offsets[rows_]);
    }
    void collect_chunks() {
        begins_.push_back(0);
        for (std::size_t at = 1; at < offsets_.size(); ++at)
            if (offsets_[at] - begins_.back() > chunk_relationships &&
                offsets_[at - 1] > begins_.back())
                begins_.push_back(offsets_[at - 1]);
        begins_.push_back(offsets_.back());
    }

    SealedSegment offsets() const {
        SegmentHeader header;
        header.rows = static_cast<std::uint32_t>(rows_);
        header.items = offsets_.back();
        header.flags = static_cast<std::uint8_t>((is_ranked_ ? flag_ranked : 0) |
                                                 (is_consecutive_ ? flag_consecutive : 0));
        auto writer = segment_writer();
        writer.put(AdjacencyPrelude{is_consecutive_ ? lists_.first : 0,
                                    static_cast<std::uint32_t>(list_rows_.size()),
                                    static_cast<std::uint32_t>(begins_.size() - 1), 0});
        if (is_ranked_) write_ranks(writer);
        writer.put_all(std::span{offsets_});
        writer.align(8);
        writer.put_all(std::span{begins_});
        writer.align(8);
        if (is_consecutive_) write_hints(writer);
        return seal(key_of(lists_, 0), header, std::move(writer));
    }
    void write_ranks(ByteWriter& writer) const {
        std::vector<std::uint64_t> words((rows_ + 63) / 64);
        for (const auto row : list_rows_) words[row / 64] |= std::uint64_t{1} << row % 64;
        std::vector<std::uint16_t> ranks;
        std::uint32_t lists = 0;
        for (const auto word : words) {
            ranks.push_back(static_cast<std::uint16_t>(lists));
            lists += static_cast<std::uint32_t>(std::popcount(word));
        }
        writer.put_all(std::span<const std::uint64_t>{words});
        writer.put_all(std::span<const std::uint16_t>{ranks});
        writer.align(8);
        if (is_consecutive_) writer.put_all(std::span{list_rows_});
        writer.align(8);
    }
    void write_hints(ByteWriter& writer) const {
        std::size_t list = 0;
        for (std::uint64_t position = 0; position < offsets_.back(); position += hint_distance) {
            while (offsets_[list + 1] <= position) ++list;
            writer.put(static_cast<std::uint16_t>(list));
        }
        writer.align(8);
    }
    SealedSegment numbers(std::span<const std::uint32_t> all, std::uint32_t chunk,
                          std::uint32_t part) const {
        const auto own = all.subspan(begins_[chunk], begins_[chunk + 1] - begins_[chunk]);
        SegmentHeader header;
        header.rows = static_cast<std::uint32_t>(rows_);
        header.items = static_cast<std::uint32_t>(own.size());
        const auto [minimum, maximum] = std::ranges::minmax(own);
        header.zone_minimum = minimum;
        header.zone_maximum = maximum;
        auto writer = segment_writer();
        writer.put_all(own);
        return seal(key_of(lists_, part), header, std::move(writer));
    }

    const GroupLists& lists_;
    std::size_t rows_;
    bool is_consecutive_;
    bool is_ranked_ = false;
    std::vector<std::uint16_t> list_rows_; // the row of each list
    std::vector<std::uint32_t> offsets_;   // of each list, and the end
    std::vector<std::uint32_t> begins_;    // of each chunk, and the end
};

} // namespace

std::vector<SealedSegment> encode_adjacency(const GroupLists& lists) {
    expect(!lists.neighbours.empty(), "a group without relationships has no segments");
    return AdjacencyEncoder{lists}.run();
}

} // namespace lintas::lmdb
