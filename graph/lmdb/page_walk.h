// PageWalk: goes through the trees of an LMDB file page by page with bounds of its own, so that a
// damaged file is found out before LMDB follows a wild page number.
//
// Invariant: never reads outside the file, visits no page twice and goes no deeper than LMDB's own
// cursors. A tree without findings is one that LMDB reads without harm.
#pragma once

#include "graph/lmdb/page_file.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::lmdb {

// What a walk tells of an entry, in order of keys. The bytes lie in the file.
struct WalkedEntry {
    ByteView key;
    ByteView value;
    bool is_table = false; // the value is a TreeRoot
};

enum class KeyOrder { Bytes, Numbers };

class PageWalk {
public:
    using Visit = std::function<void(const WalkedEntry&)>;
    using Report = std::function<void(const std::string&)>;
    // Told of every byte of the file that can only be as it is: offset and length. Keys of branch
    // pages are left out, since any that lie between those around them will do.
    using Used = std::function<void(std::uint64_t, std::uint64_t)>;

    // Looks into the pages of large values too (which reads them from the disk) if
    // `reads_large_values`; otherwise only at their place in the file.
    PageWalk(const PageFile& file, const MetaPage& meta, bool reads_large_values, Report report);

    // True if there was nothing to report.
    bool walk(const TreeRoot& tree, std::string_view name, KeyOrder order, const Visit& visit);

    void set_used(Used used) { used_ = std::move(used); }
    // Counts a page that LMDB has put aside as seen; the file may end before it. False if there is
    // no such page, or if it was seen before.
    bool mark_free(PageNumber page);
    // Pages of the file that no walk and no mark_free() has seen.
    std::vector<PageNumber> unseen() const;
    // Pages that the file is too short for, but for those that mark_free() has seen.
    std::uint64_t missing() const;

private:
    class Tree;

    // Counts pages as seen. False if they are not in the file or were seen before.
    bool mark(PageNumber first, std::uint64_t count);

    const PageFile& file_;
    PageNumber last_page_;
    bool reads_large_values_;
    Report report_;
    Used used_;
    std::vector<bool> seen_;
    std::uint64_t free_beyond_file_ = 0;
};

} // namespace lintas::lmdb
