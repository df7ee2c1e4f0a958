#include "graph/lmdb/check_pages.h"

#include <fmt/format.h>

namespace lintas::lmdb {

namespace {

// An entry of LMDB's table of free pages: a transaction, and how many pages it freed, and which,
// from the last to the first.
class FreePages {
public:
    FreePages(PageWalk& walk, std::uint64_t newest, const Report& report)
        : walk_{walk}, newest_{newest}, report_{report} {}

    void read(const WalkedEntry& entry) {
        const auto transaction = *ByteReader{entry.key}.get<std::uint64_t>();
        if (transaction > newest_ || entry.is_table)
            return report_("The list of free pages is of an unknown transaction");
        ByteReader reader{entry.value};
        const auto count = reader.get<std::uint64_t>();
        if (!count || *count > reader.left() / sizeof(PageNumber))
            return report_("The list of free pages is cut short");
        PageNumber last = no_page;
        for (std::uint64_t at = 0; at < *count; ++at) {
            const auto page = *reader.get<PageNumber>();
            if (page >= last) return report_("The list of free pages is out of order");
            last = page;
            free_.push_back(page);
        }
    }
    // Once everything in use was walked.
    void mark() {
        for (const auto page : free_)
            if (!walk_.mark_free(page))
                report_(fmt::format("Page {} is in the list of free pages, and in use", page));
    }

private:
    PageWalk& walk_;
    std::uint64_t newest_;
    const Report& report_;
    std::vector<PageNumber> free_;
};

void use_meta_pages(const PageFile& file, const MetaPage& meta, const PageWalk::Used& used) {
    const auto newest = meta.transaction % 2;
    for (const std::uint64_t at : {0, 1}) {
        const auto begin = at * file.page_bytes();
        used(begin, sizeof(PageNumber));
        used(begin + 10, 2);
        const auto body = begin + sizeof(PageHeader);
        used(body, offsetof(MetaPage, map_bytes));
        used(body + offsetof(MetaPage, free_pages), sizeof(std::uint32_t) + sizeof(std::uint16_t));
        used(body + offsetof(MetaPage, transaction), sizeof(std::uint64_t));
        if (at == newest)
            used(body + offsetof(MetaPage, free_pages),
                 offsetof(MetaPage, transaction) - offsetof(MetaPage, free_pages));
    }
}

} // namespace

std::optional<StoreTables> check_pages(const PageFile& file, const Report& report,
                                       const PageWalk::Used& used) {
    if (const auto fault = file.find_meta_fault()) {
        report(fmt::format("The file cannot be opened: {}", *fault));
        return std::nullopt;
    }
    const auto meta = file.newest();
    bool is_sound = true;
    const Report note = [&](const std::string& what) {
        is_sound = false;
        report(what);
    };
    PageWalk walk{file, meta, true, note};
    if (used) {
        walk.set_used(used);
        use_meta_pages(file, meta, used);
    }
    auto tables = walk_tables(walk, meta, note);
    FreePages free{walk, meta.transaction, note};
    walk.walk(meta.free_pages, "free pages", KeyOrder::Numbers,
              [&free](const WalkedEntry& entry) { free.read(entry); });
    if (!is_sound) return std::nullopt;
    free.mark();
    if (walk.missing() > 0)
        report(fmt::format("The file is too short for {} of its pages", walk.missing()));
    for (const auto page : walk.unseen())
        report(fmt::format("Page {} is neither in use nor free", page));
    return tables;
}

} // namespace lintas::lmdb
