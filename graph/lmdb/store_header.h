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

// Of what this program writes, and the only one that it reads.
inline constexpr std::uint32_t format_version = 2;

struct StoreHeader {
    std::uint32_t format = format_version;
    std::string made_by;          // a program and its version
    std::string uuid;             // 36 characters
    std::uint64_t next_lsn = 1;   // that the next commit will have
    std::uint64_t merged_lsn = 0; // commits up to it are in the segments
    // LMDB's number of the transaction that wrote this: a store whose newest state has no such
    // record, or another number, was not finished.
    std::uint64_t transaction = 0;
};

std::vector<Record> to_records(const StoreHeader& header);

// The format's version. Nullopt if there is no such record, or a damaged one.
std::optional<std::uint32_t> find_format(std::span<const TableEntry> meta);
// REQUIRES: find_format() is format_version.
StoreHeader read_store_header(std::span<const TableEntry> meta, std::uint64_t transaction,
                              const Report& report);

} // namespace lintas::lmdb
