// StoreHeader: what a store says about itself in the table `meta`.
//
// Invariant: the record `format` is read before anything else is looked at and has the same form in
// every version of the format, so that any version can say which one a store has.
#pragma once

#include "graph/lmdb/record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lintas::lmdb {

// Of what this program writes.
inline constexpr std::uint32_t format_version = 3;
// Stores from this one on are read; the first commit or copy makes one of format_version of them.
inline constexpr std::uint32_t oldest_format_version = 2;

struct StoreHeader {
    std::uint32_t format = format_version;
    std::string made_by;          // a program and its version
    std::string uuid;             // 36 characters
    std::uint64_t next_lsn = 1;   // that the next commit will have
    std::uint64_t merged_lsn = 0; // commits up to it are in the segments
    // LMDB's number of the transaction that wrote this: a store whose newest state has no such
    // record, or another number, was not finished.
    std::uint64_t transaction = 0;
    // The uuid in the log that belongs to the store; empty if it has none. Format 2 does not say
    // it: there the log has the store's own uuid, if there is one.
    std::string log;

    // Must the log be there?
    bool has_log() const { return format > 2 && !log.empty(); }
};

// In the form of format_version, whatever the header's.
std::vector<Record> to_records(const StoreHeader& header);
// Notes in the store, durably, which log belongs to it.
void write_log_uuid(const Environment& file, StoreHeader header, const std::string& log);

// The format's version. Nullopt if there is no such record, or a damaged one.
std::optional<std::uint32_t> find_format(std::span<const TableEntry> meta);
// REQUIRES: find_format() is from oldest_format_version to format_version.
StoreHeader read_store_header(std::span<const TableEntry> meta, std::uint64_t transaction,
                              const Report& report);

} // namespace lintas::lmdb
