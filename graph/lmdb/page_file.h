// PageFile: an LMDB file as bytes: its two meta pages, and the checks that make it safe to hand the
// file to LMDB, which trusts what it reads.
//
// Invariant: nothing outside the given bytes is read, whatever they hold. The layout is that of
// LMDB 0.9 on 64-bit little-endian machines.
#pragma once

#include "graph/lmdb/bytes.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

namespace lintas::lmdb {

using PageNumber = std::uint64_t;
inline constexpr PageNumber no_page = ~PageNumber{0};

// The value whose bytes begin at `offset`, which the caller has checked to lie in `bytes`.
template <typename T> T read_at(ByteView bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

// LMDB's MDB_db: the root of a tree and what it counts.
struct TreeRoot {
    std::uint32_t pad = 0; // in the tree of free pages: the page size
    std::uint16_t flags = 0;
    std::uint16_t depth = 0;
    std::uint64_t branch_pages = 0;
    std::uint64_t leaf_pages = 0;
    std::uint64_t overflow_pages = 0;
    std::uint64_t entries = 0;
    PageNumber root = no_page;
};
static_assert(sizeof(TreeRoot) == 48);

// LMDB's MDB_meta, after the page header.
struct MetaPage {
    std::uint32_t magic = 0;
    std::uint32_t version = 0;
    std::uint64_t address = 0;
    std::uint64_t map_bytes = 0;
    TreeRoot free_pages;
    TreeRoot tables;
    PageNumber last_page = 0;
    std::uint64_t transaction = 0;
};
static_assert(sizeof(MetaPage) == 136);

// LMDB's MDB_page header. `lower` and `upper` are one number, the length of the run, in the first
// page of a value that fills pages of its own.
struct PageHeader {
    PageNumber number = 0;
    std::uint16_t pad = 0;
    std::uint16_t flags = 0;
    std::uint16_t lower = 0; // end of the node offsets
    std::uint16_t upper = 0; // begin of the nodes

    std::uint32_t run() const { return lower | std::uint32_t{upper} << 16; }
};
static_assert(sizeof(PageHeader) == 16);

// LMDB's page flags.
inline constexpr std::uint16_t branch_page = 0x01;
inline constexpr std::uint16_t leaf_page = 0x02;
inline constexpr std::uint16_t overflow_page = 0x04;
inline constexpr std::uint16_t meta_page = 0x08;

// LMDB's MDB_node: `high` and `flags` belong to the page number in a branch page.
struct NodeHeader {
    std::uint16_t low = 0;
    std::uint16_t high = 0;
    std::uint16_t flags = 0;
    std::uint16_t key_bytes = 0;

    PageNumber child() const { return low | PageNumber{high} << 16 | PageNumber{flags} << 32; }
    std::uint32_t value_bytes() const { return low | std::uint32_t{high} << 16; }
};
static_assert(sizeof(NodeHeader) == 8);

// LMDB's node flags: the value lies on pages of its own; the value is a TreeRoot.
inline constexpr std::uint16_t big_value = 0x01;
inline constexpr std::uint16_t table_value = 0x02;

class PageFile {
public:
    explicit PageFile(ByteView file) : file_{file} {}

    // Does it begin as files of LMDB do? A damaged store may not.
    bool looks_like_lmdb() const;
    // What is wrong with the meta pages; nullopt if LMDB can open the file.
    std::optional<std::string> find_meta_fault() const;

    // REQUIRES for what follows: find_meta_fault() found none.
    std::size_t page_bytes() const { return newest().free_pages.pad; }
    // The meta page of the newest transaction.
    MetaPage newest() const;
    // That of one transaction, if it is still there.
    std::optional<MetaPage> meta_of(std::uint64_t transaction) const;

    // Whole pages that the file has.
    std::uint64_t page_count() const { return file_.size() / page_bytes(); }
    // The page's bytes; empty if it lies beyond the file's end.
    ByteView page(PageNumber number) const { return pages(number, 1); }
    ByteView pages(PageNumber first, std::uint64_t count) const;

private:
    std::optional<MetaPage> meta(std::size_t at) const;
    std::size_t meta_offset(std::size_t at) const;
    std::optional<std::string> find_fault_of(std::size_t at) const;

    ByteView file_;
};

} // namespace lintas::lmdb
