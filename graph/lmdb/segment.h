// Segment: one large value of the table `seg`, such as a property of 65,536 nodes, with a header
// that says what it holds and a checksum over all of it.
//
// Invariant: a sealed segment's checksum covers its key, the rest of its header, its payload and
// its padding. The payload begins 48 bytes into the value, which on pages of its own puts it on a
// line of 64 bytes.
#pragma once

#include "graph/lmdb/bytes.h"
#include "graph/lmdb/segment_key.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace lintas::lmdb {

// Entities a group holds at most; the low bits of an id are the row within its group.
inline constexpr std::uint32_t group_rows = 65'536;
inline constexpr std::uint32_t row_bits = 16;

inline std::uint32_t group_of(std::uint32_t id) { return id >> row_bits; }
inline std::uint32_t row_of(std::uint32_t id) { return id & (group_rows - 1); }

// The fields have the meaning that the kind of segment gives them; docs/storage.md lists them.
struct SegmentHeader {
    std::uint64_t checksum = 0;
    std::uint32_t rows = 0;
    std::uint32_t items = 0;
    std::uint64_t lsn = 0; // of the last commit whose writes are in it; 0 for bulk loading
    std::uint64_t zone_minimum = 0;
    std::uint64_t zone_maximum = 0;
    std::uint32_t nulls = 0;
    std::uint8_t kind = 0;
    std::uint8_t encoding = 0;
    std::uint8_t flags = 0;
    std::uint8_t type = 0;
};
static_assert(sizeof(SegmentHeader) == 48);

struct SealedSegment {
    SegmentKey key;
    Bytes bytes;
};

// A writer of a payload, with room for the header in front.
inline ByteWriter segment_writer() { return ByteWriter{sizeof(SegmentHeader)}; }

// Puts the header (of which the checksum and the kind are filled in here) in front of the payload,
// pads the whole to its size class and sums it up. Throws Limit if it is too large for LMDB.
SealedSegment seal(const SegmentKey& key, SegmentHeader header, ByteWriter&& payload);

// A segment as it lies in the store, not looked at yet.
struct StoredSegment {
    SegmentKey key;
    ByteView bytes;
};

// Is it long enough for a header, of its key's kind, and as it was sealed?
bool is_intact(const StoredSegment& segment);

// The header of a segment that is_intact().
const SegmentHeader& header_of(const AlignedBytes& bytes);
ByteView payload_of(const AlignedBytes& bytes);

// How many bytes LMDB is given for a value of `size` bytes. Values that share a leaf page stay as
// they are; those on pages of their own fill whole pages, of which there are 1 to 8, 9, 10, ...
// 16, 18, 20, ... 32, 36, ...: eight classes a doubling, so that a freed run fits the next one.
std::size_t padded_size(std::size_t size);
// How many bytes of the file a value of `size` bytes takes: within a leaf page, or whole pages.
std::size_t bytes_on_disk(std::size_t size);

} // namespace lintas::lmdb
