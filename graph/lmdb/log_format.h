// The log beside a store: a file of frames, each of which holds the commits that became durable
// together.
//
// Invariant: frames follow each other without gaps, and so do the numbers of their commits. A frame
// is written only when the one before it is durable. So a broken frame after which no whole one
// follows was never acknowledged; with a whole one after it the file is damaged.
#pragma once

#include "graph/lmdb/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::lmdb {

inline constexpr std::size_t log_header_size = 128;
inline constexpr std::size_t frame_header_size = 32;

struct LogHeader {
    std::string uuid;            // of the store
    std::uint64_t first_lsn = 1; // of the first commit in the file
};

// log_header_size bytes.
Bytes encode_log_header(const LogHeader& header);
// nullopt for bytes that are no header, of whatever version, or a damaged one.
std::optional<LogHeader> decode_log_header(ByteView bytes);

// The records of commits first_lsn, first_lsn + 1, ... as bytes for the file of the store.
Bytes encode_frame(std::string_view uuid, std::uint64_t first_lsn,
                   const std::vector<Bytes>& records);

struct Commit {
    std::uint64_t lsn = 0;
    ByteView record;
};

// A log's content, taken apart.
struct LogContent {
    LogHeader header;
    std::vector<Commit> commits; // views into the bytes
    std::size_t end = 0;         // of the last whole frame
};

// nullopt if the bytes have no header. Throws Storage if a commit that was durable is damaged.
std::optional<LogContent> read_log(ByteView bytes);

} // namespace lintas::lmdb
