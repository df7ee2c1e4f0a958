// RAII over LMDB's C interface. Only environment.cpp calls LMDB.
//
// Invariant: an LmdbTransaction is open from construction until commit() or destruction, and
// destruction without commit() aborts. An Environment outlives its transactions. Every failure
// throws Storage.
#pragma once

#include "graph/lmdb/bytes.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct MDB_env;
struct MDB_txn;

namespace lintas::lmdb {

inline constexpr std::size_t default_map_bytes = std::size_t{1} << 40;

struct EnvironmentOptions {
    // Beside other processes, for reading only where the file cannot be written; or a new file that
    // nobody else knows of yet, which is neither locked nor synced until sync().
    bool is_new_file = false;
    // Of address space; halved until the system grants it.
    std::size_t map_bytes = default_map_bytes;
};

enum class Access { Read, Write };
using Table = unsigned;

struct TableEntry {
    ByteView key;
    ByteView value;
};

class Environment {
public:
    // Clears readers of dead processes from the lock file. Where the lock file cannot be written,
    // as on a read-only medium, it reads without one.
    Environment(const std::filesystem::path& file, const EnvironmentOptions& options);

    // Makes all that was committed durable.
    void sync();
    // The number of the newest transaction that wrote, by whatever process.
    std::uint64_t newest_transaction() const;
    // The number of the oldest transaction that anybody reads, in whatever process; nullopt if
    // nobody reads. LMDB uses no page again that was in use then or has come since.
    std::optional<std::uint64_t> oldest_reader() const;
    // The descriptor of the file; belongs to the environment.
    int descriptor() const;

private:
    friend class LmdbTransaction;
    struct Close {
        void operator()(MDB_env* environment) const noexcept;
    };

    // Nullopt if the system does not grant so much address space. Throws for all else.
    static std::unique_ptr<MDB_env, Close> try_open(const std::filesystem::path& file,
                                                    unsigned flags, std::size_t map_bytes);
    static std::unique_ptr<MDB_env, Close> open(const std::filesystem::path& file, unsigned flags,
                                                std::size_t map_bytes);

    std::string name_; // of the file, for errors
    std::unique_ptr<MDB_env, Close> environment_;
};

class LmdbTransaction {
public:
    LmdbTransaction(const Environment& environment, Access access);

    // Grows by one with every writing transaction.
    std::uint64_t id() const;

    std::optional<Table> find_table(const char* name);
    Table create_table(const char* name);

    // All entries in order of their keys. They lie in LMDB's map: valid until this transaction
    // ends or writes.
    std::vector<TableEntry> entries(Table table) const;
    void put(Table table, ByteView key, ByteView value);
    // Removes the entries with keys from first to last, if there are any.
    void remove(Table table, ByteView first, ByteView last);

    // The transaction is over afterwards, also when this throws.
    void commit();

private:
    struct Abort {
        void operator()(MDB_txn* transaction) const noexcept;
    };

    void check(int status, const char* action) const;

    const Environment* environment_;
    std::unique_ptr<MDB_txn, Abort> transaction_;
};

} // namespace lintas::lmdb
