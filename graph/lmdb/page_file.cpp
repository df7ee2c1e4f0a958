#include "graph/lmdb/page_file.h"

#include "graph/expect.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace lintas::lmdb {

namespace {

constexpr std::uint32_t lmdb_magic = 0xBEEFC0DE;
constexpr std::uint32_t lmdb_version = 1;
constexpr std::uint32_t least_page_bytes = 4096;
constexpr std::uint32_t most_page_bytes = 32768;
// MDB_INTEGERKEY of the tree of free pages, and the environment's MDB_NOSUBDIR.
constexpr std::uint16_t free_page_flags = 0x08 | 0x4000;
// More pages than any disk has, few enough that their bytes are a 64-bit number.
constexpr PageNumber most_pages = PageNumber{1} << 40;

bool is_page_size(std::uint32_t bytes) {
    return std::has_single_bit(bytes) && bytes >= least_page_bytes && bytes <= most_page_bytes;
}

} // namespace

// The second meta page lies where the first says that pages end, as LMDB looks for it.
std::size_t PageFile::meta_offset(std::size_t at) const {
    if (at == 0) return 0;
    const auto first = meta(0);
    return first && is_page_size(first->free_pages.pad) ? first->free_pages.pad : least_page_bytes;
}

std::optional<MetaPage> PageFile::meta(std::size_t at) const {
    const auto offset = meta_offset(at) + sizeof(PageHeader);
    if (file_.size() < offset + sizeof(MetaPage)) return std::nullopt;
    return read_at<MetaPage>(file_, offset);
}

bool PageFile::looks_like_lmdb() const {
    const auto first = meta(0);
    const auto second = meta(1);
    return (first && first->magic == lmdb_magic) || (second && second->magic == lmdb_magic);
}

std::optional<std::string> PageFile::find_fault_of(std::size_t at) const {
    const auto found = meta(at);
    if (!found) return fmt::format("the file ends within meta page {}", at);
    const auto header = read_at<PageHeader>(file_, meta_offset(at));
    const auto fault = [at](const char* what) {
        return std::optional{fmt::format("meta page {} has {}", at, what)};
    };
    if (header.number != at || header.flags != meta_page) return fault("another page's header");
    if (found->magic != lmdb_magic) return fault("no magic number");
    if (found->version != lmdb_version) return fault("another version of LMDB's format");
    if (!is_page_size(found->free_pages.pad)) return fault("an impossible page size");
    if (found->free_pages.flags != free_page_flags || found->tables.flags != 0 ||
        found->tables.pad != 0)
        return fault("unknown flags");
    if (found->address != 0) return fault("a fixed address");
    if (found->last_page < 1 || found->last_page >= most_pages)
        return fault("an impossible number of pages");
    return std::nullopt;
}

std::optional<std::string> PageFile::find_meta_fault() const {
    for (const std::size_t at : {0, 1})
        if (auto fault = find_fault_of(at)) return fault;
    const auto first = *meta(0);
    const auto second = *meta(1);
    if (first.free_pages.pad != second.free_pages.pad)
        return "the meta pages have different page sizes";
    // LMDB writes the meta pages in turns: transaction n on page n modulo 2.
    const auto apart = std::max(first.transaction, second.transaction) -
                       std::min(first.transaction, second.transaction);
    if (apart != 1 || first.transaction % 2 != 0)
        return fmt::format("the meta pages are of the transactions {} and {}", first.transaction,
                           second.transaction);
    return std::nullopt;
}

MetaPage PageFile::newest() const {
    const auto first = *meta(0);
    const auto second = *meta(1);
    return first.transaction > second.transaction ? first : second;
}

std::optional<MetaPage> PageFile::meta_of(std::uint64_t transaction) const {
    const auto found = *meta(transaction % 2);
    return found.transaction == transaction ? std::optional{found} : std::nullopt;
}

ByteView PageFile::pages(PageNumber first, std::uint64_t count) const {
    if (first >= page_count() || count > page_count() - first) return {};
    return file_.subspan(first * page_bytes(), count * page_bytes());
}

} // namespace lintas::lmdb
