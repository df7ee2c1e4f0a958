#include "graph/lmdb/segment.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "graph/lmdb/checksum.h"

#include <fmt/format.h>

#include <bit>
#include <limits>

namespace lintas::lmdb {

namespace {

constexpr std::size_t page_bytes = 4096;
constexpr std::size_t page_header_bytes = 16;
// LMDB keeps a node (8 bytes, a key of 12 and the value) in its leaf page up to 2,038 bytes.
constexpr std::size_t largest_in_leaf = 2038 - 8 - sizeof(SegmentKeyBytes);
// A value's size is 32 bits wide in LMDB.
constexpr std::size_t largest_value = std::numeric_limits<std::uint32_t>::max() - page_bytes;
constexpr std::size_t checksum_bytes = sizeof(std::uint64_t);

std::uint64_t checksum_of(const SegmentKey& key, ByteView bytes) {
    return checksum(to_bytes(key), bytes.subspan(checksum_bytes));
}

} // namespace

std::size_t padded_size(std::size_t size) {
    if (size <= largest_in_leaf) return size;
    const auto pages = (size + page_header_bytes + page_bytes - 1) / page_bytes;
    if (pages <= 16) return size;
    const auto step = std::bit_floor(pages - 1) / 8;
    const auto class_pages = (pages + step - 1) / step * step;
    return class_pages == pages ? size : class_pages * page_bytes - page_header_bytes;
}

std::size_t bytes_on_disk(std::size_t size) {
    if (size <= largest_in_leaf) return size;
    return (size + page_header_bytes + page_bytes - 1) / page_bytes * page_bytes;
}

SealedSegment seal(const SegmentKey& key, SegmentHeader header, ByteWriter&& payload) {
    SealedSegment segment{key, payload.take()};
    expect(segment.bytes.size() >= sizeof header, "a payload has room for its header");
    const auto padded = padded_size(segment.bytes.size());
    if (padded > largest_value)
        throw Error{ErrorCode::Limit,
                    fmt::format("Segment `{}` would have {} bytes; the store allows {}",
                                to_text(key), segment.bytes.size(), largest_value)};
    segment.bytes.resize(padded);
    header.kind = static_cast<std::uint8_t>(key.kind);
    std::memcpy(segment.bytes.data(), &header, sizeof header);
    header.checksum = checksum_of(key, segment.bytes);
    std::memcpy(segment.bytes.data(), &header.checksum, checksum_bytes);
    return segment;
}

bool is_intact(const StoredSegment& segment) {
    if (segment.bytes.size() < sizeof(SegmentHeader)) return false;
    SegmentHeader header;
    std::memcpy(&header, segment.bytes.data(), sizeof header);
    return header.kind == static_cast<std::uint8_t>(segment.key.kind) &&
           header.checksum == checksum_of(segment.key, segment.bytes);
}

const SegmentHeader& header_of(const AlignedBytes& bytes) {
    return *reinterpret_cast<const SegmentHeader*>(bytes.view().data());
}

ByteView payload_of(const AlignedBytes& bytes) {
    return bytes.view().subspan(sizeof(SegmentHeader));
}

} // namespace lintas::lmdb
