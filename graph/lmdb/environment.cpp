#include "graph/lmdb/environment.h"

#include "graph/error.h"

#include <fmt/format.h>
#include <lmdb.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace lintas::lmdb {

namespace {

constexpr unsigned common_flags = MDB_NOSUBDIR | MDB_NOTLS | MDB_NORDAHEAD;
constexpr unsigned file_mode = 0644;
constexpr unsigned most_tables = 16;
constexpr unsigned most_readers = 1024;
constexpr std::size_t least_map_bytes = std::size_t{1} << 30;

std::string reason(int status) {
    // LMDB says "input/output error" for a write that the disk had room for only in part.
    if (status == ENOSPC || status == EIO || status == EDQUOT)
        return "the disk is full, or it failed";
    if (status == EACCES || status == EPERM) return "permission is denied";
    if (status == ENOMEM) return "the system grants no more memory or address space";
    return mdb_strerror(status);
}

void check_status(int status, const std::string& file, const char* action) {
    if (status == MDB_SUCCESS) return;
    throw Error{ErrorCode::Storage,
                fmt::format("Cannot {} the store `{}`: {}", action, file, reason(status))};
}

MDB_val to_value(ByteView bytes) {
    return {bytes.size(), const_cast<std::byte*>(bytes.data())}; // LMDB only reads through it
}

ByteView to_bytes(const MDB_val& value) {
    return {static_cast<const std::byte*>(value.mv_data), value.mv_size};
}

struct CloseCursor {
    void operator()(MDB_cursor* cursor) const noexcept { mdb_cursor_close(cursor); }
};

bool is_lock_refused(int status) { return status == EACCES || status == EPERM || status == EROFS; }

} // namespace

void Environment::Close::operator()(MDB_env* environment) const noexcept {
    mdb_env_close(environment);
}
void LmdbTransaction::Abort::operator()(MDB_txn* transaction) const noexcept {
    mdb_txn_abort(transaction);
}

std::unique_ptr<MDB_env, Environment::Close>
Environment::try_open(const std::filesystem::path& file, unsigned flags, std::size_t map_bytes) {
    MDB_env* created = nullptr;
    check_status(mdb_env_create(&created), file.string(), "open");
    std::unique_ptr<MDB_env, Close> environment{created};
    check_status(mdb_env_set_mapsize(created, map_bytes), file.string(), "open");
    check_status(mdb_env_set_maxdbs(created, most_tables), file.string(), "open");
    check_status(mdb_env_set_maxreaders(created, most_readers), file.string(), "open");
    const auto status = mdb_env_open(created, file.c_str(), flags, file_mode);
    if (status == ENOMEM && map_bytes > least_map_bytes) return nullptr;
    if (is_lock_refused(status) && !(flags & (MDB_RDONLY | MDB_NOLOCK)))
        return open(file, flags | MDB_RDONLY, map_bytes);
    if (is_lock_refused(status) && (flags & MDB_RDONLY) && !(flags & MDB_NOLOCK))
        return open(file, flags | MDB_NOLOCK, map_bytes);
    check_status(status, file.string(), "open");
    return environment;
}

std::unique_ptr<MDB_env, Environment::Close>
Environment::open(const std::filesystem::path& file, unsigned flags, std::size_t map_bytes) {
    for (;; map_bytes /= 2)
        if (auto environment = try_open(file, flags, map_bytes)) return environment;
}

Environment::Environment(const std::filesystem::path& file, const EnvironmentOptions& options)
    : name_{file.string()},
      environment_{
          open(file, common_flags | (options.is_new_file ? unsigned{MDB_NOLOCK | MDB_NOSYNC} : 0U),
               options.map_bytes)} {
    int dead = 0;
    check_status(mdb_reader_check(environment_.get(), &dead), name_, "open");
}

void Environment::sync() { check_status(mdb_env_sync(environment_.get(), 1), name_, "write"); }

std::uint64_t Environment::newest_transaction() const {
    MDB_envinfo info{};
    check_status(mdb_env_info(environment_.get(), &info), name_, "read");
    return info.me_last_txnid;
}

// LMDB tells of readers only as lines for people: process, thread, and transaction or a dash.
std::optional<std::uint64_t> Environment::oldest_reader() const {
    std::optional<std::uint64_t> oldest;
    const auto take = [](const char* line, void* out) {
        unsigned long long transaction = 0;
        if (std::sscanf(line, "%*d %*x %llu", &transaction) != 1) return 0;
        auto& found = *static_cast<std::optional<std::uint64_t>*>(out);
        found = std::min<std::uint64_t>(found.value_or(transaction), transaction);
        return 0;
    };
    mdb_reader_list(environment_.get(), take, &oldest);
    return oldest;
}

int Environment::descriptor() const {
    mdb_filehandle_t descriptor = -1;
    check_status(mdb_env_get_fd(environment_.get(), &descriptor), name_, "open");
    return descriptor;
}

LmdbTransaction::LmdbTransaction(const Environment& environment, Access access)
    : environment_{&environment} {
    MDB_txn* begun = nullptr;
    const unsigned flags = access == Access::Read ? MDB_RDONLY : 0;
    check(mdb_txn_begin(environment.environment_.get(), nullptr, flags, &begun), "read");
    transaction_.reset(begun);
}

void LmdbTransaction::check(int status, const char* action) const {
    check_status(status, environment_->name_, action);
}

std::uint64_t LmdbTransaction::id() const { return mdb_txn_id(transaction_.get()); }

std::optional<Table> LmdbTransaction::find_table(const char* name) {
    Table table = 0;
    const auto status = mdb_dbi_open(transaction_.get(), name, 0, &table);
    if (status == MDB_NOTFOUND) return std::nullopt;
    check(status, "read");
    return table;
}

Table LmdbTransaction::create_table(const char* name) {
    Table table = 0;
    check(mdb_dbi_open(transaction_.get(), name, MDB_CREATE, &table), "write");
    return table;
}

std::vector<TableEntry> LmdbTransaction::entries(Table table) const {
    MDB_cursor* opened = nullptr;
    check(mdb_cursor_open(transaction_.get(), table, &opened), "read");
    const std::unique_ptr<MDB_cursor, CloseCursor> cursor{opened};
    std::vector<TableEntry> found;
    MDB_val key{};
    MDB_val value{};
    auto status = mdb_cursor_get(opened, &key, &value, MDB_FIRST);
    for (; status == MDB_SUCCESS; status = mdb_cursor_get(opened, &key, &value, MDB_NEXT))
        found.push_back({to_bytes(key), to_bytes(value)});
    if (status != MDB_NOTFOUND) check(status, "read");
    return found;
}

void LmdbTransaction::put(Table table, ByteView key, ByteView value) {
    auto where = to_value(key);
    auto what = to_value(value);
    check(mdb_put(transaction_.get(), table, &where, &what, 0), "write");
}

void LmdbTransaction::remove(Table table, ByteView first, ByteView last) {
    std::vector<Bytes> keys; // deleting moves what a cursor stands on
    {
        MDB_cursor* opened = nullptr;
        check(mdb_cursor_open(transaction_.get(), table, &opened), "write");
        const std::unique_ptr<MDB_cursor, CloseCursor> cursor{opened};
        const auto end = to_value(last);
        auto key = to_value(first);
        MDB_val value{};
        auto status = mdb_cursor_get(opened, &key, &value, MDB_SET_RANGE);
        while (status == MDB_SUCCESS && mdb_cmp(transaction_.get(), table, &key, &end) <= 0) {
            const auto bytes = to_bytes(key);
            keys.emplace_back(bytes.begin(), bytes.end());
            status = mdb_cursor_get(opened, &key, &value, MDB_NEXT);
        }
        if (status != MDB_NOTFOUND) check(status, "write");
    }
    for (const auto& found : keys) {
        auto key = to_value(found);
        check(mdb_del(transaction_.get(), table, &key, nullptr), "write");
    }
}

void LmdbTransaction::commit() {
    // LMDB frees the transaction even if it fails.
    check(mdb_txn_commit(transaction_.release()), "write");
}

} // namespace lintas::lmdb
