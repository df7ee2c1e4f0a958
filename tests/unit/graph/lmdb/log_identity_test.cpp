// A store knows its log: it is not read without it, nor with another one.
#include "graph/error.h"
#include "graph/lmdb/check.h"
#include "graph/lmdb/copy_store.h"
#include "graph/lmdb/environment.h"
#include "graph/lmdb/lmdb_store.h"
#include "graph/lmdb/log_file.h"
#include "graph/lmdb/named_snapshots.h"
#include "graph/lmdb/record.h"

#include <catch2/catch.hpp>

#include "temporary_folder.h"

using namespace lintas;
using namespace lintas::testing;
using Catch::Contains;

namespace {

std::filesystem::path log_of(const std::filesystem::path& store) { return store.string() + "-log"; }

void commit_node(Store& store) {
    const auto transaction = store.begin();
    transaction->create_node({});
    transaction->commit();
}

std::uint64_t nodes_of(const std::filesystem::path& store) {
    return open_lmdb_store(store)->snapshot()->statistics().nodes;
}

// With two nodes in the segments and one in the log.
void make_store(const std::filesystem::path& path) {
    begin_bulk_load(path)->finish();
    const auto store = open_lmdb_store(path);
    commit_node(*store);
    commit_node(*store);
    store->merge();
    commit_node(*store);
}

// As a store of format 2 says it: the log is known by the uuid of the store.
void make_format_2(const std::filesystem::path& path) {
    lmdb::Environment environment{path, {.is_new_file = true}};
    lmdb::LmdbTransaction transaction{environment, lmdb::Access::Write};
    const auto table = transaction.find_table("meta").value();
    const auto put = [&](std::string_view name, std::uint64_t value, std::size_t size) {
        lmdb::ByteWriter bytes;
        bytes.put(value);
        auto all = bytes.take();
        all.resize(size);
        const auto key = lmdb::bytes_of(name);
        lmdb::put_record(transaction, table, {{key.begin(), key.end()}, all});
    };
    put("format", 2, sizeof(std::uint32_t));
    put("transaction", transaction.id(), sizeof(std::uint64_t));
    transaction.remove(table, lmdb::bytes_of("log"), lmdb::bytes_of("log"));
    transaction.commit();
    environment.sync();
}

} // namespace

TEST_CASE("A store whose log is missing is refused", "[lmdb][log]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    make_store(path);
    CHECK(nodes_of(path) == 3);
    std::filesystem::rename(log_of(path), folder.path() / "elsewhere");
    CHECK_THROWS_WITH(open_lmdb_store(path), Contains("is missing"));
    CHECK_THAT(check_lmdb_store(path).findings.at(0), Contains("is missing"));
    CHECK_THROWS_AS(copy_lmdb_store(path, folder.path() / "copy", CopyTarget::New), Error);

    copy_lmdb_store(path, path, CopyTarget::Replace, CopyLog::Leave);
    CHECK(nodes_of(path) == 2);
    CHECK(check_lmdb_store(path).findings.empty());
    commit_node(*open_lmdb_store(path));
    CHECK(nodes_of(path) == 3);
}

TEST_CASE("A store whose log is another one's is refused", "[lmdb][log]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    const auto other = folder.path() / "other";
    make_store(path);
    make_store(other);
    using std::filesystem::copy_options;
    std::filesystem::copy_file(log_of(other), log_of(path), copy_options::overwrite_existing);
    CHECK_THROWS_WITH(open_lmdb_store(path), Contains("is of another store"));
    CHECK_THAT(check_lmdb_store(path).findings.at(0), Contains("is of another store"));
}

TEST_CASE("A log that was put back from earlier is refused", "[lmdb][log]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    make_store(path);
    const auto earlier = folder.path() / "earlier";
    std::filesystem::copy_file(log_of(path), earlier);
    {
        const auto store = open_lmdb_store(path);
        commit_node(*store);
        store->merge();
    }
    CHECK(nodes_of(path) == 4);
    std::filesystem::rename(earlier, log_of(path));
    CHECK_THROWS_WITH(open_lmdb_store(path), Contains("is an older one"));
}

TEST_CASE("A store that was restored does not take up the log that was there", "[lmdb][log]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    make_store(path);
    const auto backup = folder.path() / "backup";
    copy_lmdb_store(path, backup, CopyTarget::New);
    commit_node(*open_lmdb_store(path));
    std::filesystem::copy_file(log_of(path), folder.path() / "log");
    copy_lmdb_store(backup, path, CopyTarget::Replace);
    // As where it was killed before it had removed the log.
    std::filesystem::rename(folder.path() / "log", log_of(path));
    CHECK(nodes_of(path) == 3);
    commit_node(*open_lmdb_store(path));
    CHECK(nodes_of(path) == 4);
}

TEST_CASE("A store is the same by the name of a link", "[lmdb][log]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    make_store(path);
    const auto link = folder.path() / "link";
    std::filesystem::create_symlink(path, link);
    CHECK(nodes_of(link) == 3);
    commit_node(*open_lmdb_store(link));
    CHECK(nodes_of(path) == 4);
    // One lock file, in which writers see all readers.
    CHECK_FALSE(std::filesystem::exists(link.string() + "-lock"));
    CHECK_FALSE(std::filesystem::exists(log_of(link)));
    make_named_snapshot(link, "one");
    CHECK(named_snapshots(path).size() == 1);
}

TEST_CASE("No store takes the name of a file that belongs to another one", "[lmdb][log]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    make_store(path);
    for (const std::string ending : {"-log", "-lock", ".loading"})
        CHECK_THROWS_WITH(copy_lmdb_store(path, path.string() + ending, CopyTarget::New),
                          Contains("already") || Contains("belongs to"));
    std::filesystem::remove(path.string() + "-lock");
    CHECK_THROWS_WITH(begin_bulk_load(path.string() + "-lock"), Contains("belongs to"));
    CHECK(nodes_of(path) == 3);
}

TEST_CASE("A store with nothing committed needs no log", "[lmdb][log]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    begin_bulk_load(path)->finish();
    CHECK(nodes_of(path) == 0);
    CHECK_FALSE(std::filesystem::exists(log_of(path)));
}

TEST_CASE("A writer whose log was removed commits no more", "[lmdb][log]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    make_store(path);
    const auto store = open_lmdb_store(path);
    commit_node(*store);
    std::filesystem::remove(log_of(path));
    CHECK_THROWS_WITH(commit_node(*store), Contains("somebody removed it"));
    CHECK(store->snapshot()->statistics().nodes == 4);
}

TEST_CASE("Stores of format 2 are read, and become new ones when they are written to",
          "[lmdb][log]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    begin_bulk_load(path)->finish();
    make_format_2(path);
    CHECK(nodes_of(path) == 0);
    CHECK(check_lmdb_store(path).findings.empty());
    commit_node(*open_lmdb_store(path));
    CHECK(nodes_of(path) == 1);
    CHECK(check_lmdb_store(path).findings.empty());
    std::filesystem::remove(log_of(path));
    CHECK_THROWS_WITH(open_lmdb_store(path), Contains("is missing"));
}
