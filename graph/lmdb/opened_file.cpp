#include "graph/lmdb/opened_file.h"

#include "graph/error.h"
#include "graph/lmdb/damage.h"

#include <fmt/format.h>

namespace lintas::lmdb {

namespace {

[[noreturn]] void refuse_file(const std::filesystem::path& file, const char* why) {
    throw Error{ErrorCode::Storage, fmt::format("`{}` {}", file.string(), why)};
}

// Before LMDB opens the file, since it trusts the meta pages.
FolderLock lock_and_look(const std::filesystem::path& file) {
    FolderLock lock{folder_of(file), FolderLock::Kind::Shared};
    refuse_network_file_system(file);
    expect_lmdb_file(MappedFile{file}, file);
    return lock;
}

// After LMDB's transaction has begun, since from then on nobody reuses its pages.
void expect_sound_pages(const std::filesystem::path& file, const LmdbTransaction& transaction) {
    const MappedFile mapped{file};
    const PageFile pages{mapped.bytes()};
    const auto meta = pages.meta_of(transaction.id());
    if (!meta)
        throw_damaged("the lock file is of another store: remove it if nobody uses the store");
    const Report report = [](const std::string& what) { throw_damaged(what); };
    PageWalk walk{pages, *meta, false, report};
    walk_tables(walk, *meta, report);
}

StoreTables read_tables(LmdbTransaction& transaction) {
    StoreTables tables;
    for (const auto& [name, entries] : table_names) {
        const auto table = transaction.find_table(name);
        if (!table) throw_damaged(fmt::format("there is no table `{}`", name));
        tables.*entries = transaction.entries(*table);
    }
    return tables;
}

} // namespace

void expect_lmdb_file(const MappedFile& mapped, const std::filesystem::path& file) {
    if (mapped.bytes().empty()) refuse_file(file, "is an empty file, not a store of lintas");
    const PageFile pages{mapped.bytes()};
    if (!pages.looks_like_lmdb()) refuse_file(file, "is not a store of lintas");
    if (const auto fault = pages.find_meta_fault()) throw_damaged(*fault);
}

OpenedFile::OpenedFile(const std::filesystem::path& file, std::size_t map_bytes)
    // LMDB's lock file lies beside the name that it is given: all must give it the same one, or
    // writers do not know of readers.
    : lock_{lock_and_look(file)}, environment_{std::make_shared<Environment>(
                                      resolved(file), EnvironmentOptions{.map_bytes = map_bytes})},
      transaction_{*environment_, Access::Read} {
    expect_sound_pages(file, transaction_);
    // What a committed transaction has opened stays open for all that follow.
    read_tables(transaction_);
    const auto looked_at = transaction_.id();
    transaction_.commit();
    transaction_ = LmdbTransaction{*environment_, Access::Read};
    if (transaction_.id() != looked_at) expect_sound_pages(file, transaction_);
    tables_ = read_tables(transaction_);
    lock_ = {};
}

OpenedFile::OpenedFile(std::shared_ptr<const Environment> environment)
    : environment_{std::move(environment)},
      transaction_{*environment_, Access::Read}, tables_{read_tables(transaction_)} {}

} // namespace lintas::lmdb
