// Opening stores, and everything else that may lie at a path.
#include "graph/lmdb/lmdb_store.h"

#include "graph/error.h"
#include "graph/lmdb/check.h"
#include "graph/lmdb/environment.h"
#include "graph/lmdb/record.h"
#include "graph/lmdb/store_sizes.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <sys/mount.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "graph_text.h"
#include "sample_load.h"
#include "temporary_folder.h"

using namespace lintas;
using namespace lintas::testing;
using Catch::Contains;

namespace {

void write_sample(const std::filesystem::path& path, std::size_t size = 50) {
    const auto load = begin_bulk_load(path);
    SampleLoad{*load, size}.run();
    load->finish();
}

void write_text(const std::filesystem::path& path, const std::string& text) {
    std::ofstream{path, std::ios::binary} << text;
}

// Writes a record of table `meta` in place of the store's.
void put_meta(const std::filesystem::path& path, std::string_view key, std::uint32_t number) {
    const lmdb::Environment environment{path, {.is_new_file = true}};
    lmdb::LmdbTransaction transaction{environment, lmdb::Access::Write};
    const auto bytes = lmdb::bytes_of(key);
    lmdb::ByteWriter writer;
    writer.put(number);
    lmdb::put_record(transaction, transaction.find_table("meta").value(),
                     {{bytes.begin(), bytes.end()}, writer.take()});
    transaction.commit();
}

// The process as somebody else than root, while it lives.
class AsNobody {
public:
    AsNobody() : is_root_{::geteuid() == 0} {
        if (is_root_ && ::seteuid(65'534) != 0) is_root_ = false;
    }
    ~AsNobody() {
        if (is_root_ && ::seteuid(0) != 0) std::abort();
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    bool is_root_;
};

} // namespace

TEST_CASE("What lies at a path and is no store is named", "[lmdb][store]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    const auto message_of = [&]() -> std::string {
        try {
            open_lmdb_store(path);
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::Storage);
            CHECK_THROWS_WITH(check_lmdb_store(path), error.what());
            return error.what();
        }
        return "";
    };
    CHECK_THAT(message_of(), Contains("there is no such file"));
    write_text(path, "");
    CHECK_THAT(message_of(), Contains("is an empty file"));
    write_text(path, "name,country\n");
    CHECK_THAT(message_of(), Contains("is not a store of lintas"));
    write_text(path, std::string(20'000, 'x'));
    CHECK_THAT(message_of(), Contains("is not a store of lintas"));
    std::filesystem::remove(path);
    std::filesystem::create_directory(path);
    CHECK_THAT(message_of(), Contains("it is a folder"));
    std::filesystem::remove(path);
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    CHECK_THAT(message_of(), Contains("it is not a regular file"));
}

TEST_CASE("Another program's LMDB file is no store", "[lmdb][store]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    {
        const lmdb::Environment environment{path, {.is_new_file = true}};
        lmdb::LmdbTransaction transaction{environment, lmdb::Access::Write};
        transaction.create_table("somebody else's");
        transaction.commit();
    }
    CHECK_THROWS_WITH(open_lmdb_store(path), Contains("not a store of lintas"));
    CHECK_THROWS_WITH(check_lmdb_store(path), Contains("not a store of lintas"));
}

TEST_CASE("A store of a newer format is refused by its number", "[lmdb][store]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    write_sample(path);
    put_meta(path, "format", 4);
    CHECK_THROWS_WITH(open_lmdb_store(path), "The store has format 4, written by a newer version "
                                             "of lintas; this version reads formats 2 to 3");
    CHECK_THROWS_WITH(check_lmdb_store(path), Contains("has format 4"));
}

TEST_CASE("A state that was written by somebody else is found", "[lmdb][store]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    write_sample(path);
    put_meta(path, "format", 3);
    CHECK_THROWS_WITH(open_lmdb_store(path), Contains("The newest state is of transaction"));
    CHECK_FALSE(check_lmdb_store(path).findings.empty());
}

TEST_CASE("A file that may not be read is refused", "[lmdb][store]") {
    if (::geteuid() != 0) {
        WARN("SKIPPED: needs root to become somebody else");
        return;
    }
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    write_sample(path);
    std::filesystem::permissions(folder.path(), std::filesystem::perms{0755});
    std::filesystem::permissions(path, std::filesystem::perms{0600});
    const AsNobody nobody;
    CHECK_THROWS_WITH(open_lmdb_store(path), Contains("permission is denied"));
    CHECK_THROWS_WITH(check_lmdb_store(path), Contains("permission is denied"));
}

TEST_CASE("A store in a folder that cannot be written to opens for reading", "[lmdb][store]") {
    if (::geteuid() != 0) {
        WARN("SKIPPED: needs root to become somebody else");
        return;
    }
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    write_sample(path);
    const auto text = graph_text(*open_lmdb_store(path)->snapshot());
    std::filesystem::remove(path.string() + "-lock");
    std::filesystem::permissions(folder.path(), std::filesystem::perms{0755});
    const AsNobody nobody;
    CHECK(graph_text(*open_lmdb_store(path)->snapshot()) == text);
    CHECK_FALSE(std::filesystem::exists(path.string() + "-lock"));
    CHECK_THROWS_WITH(begin_bulk_load(path), Contains("Cannot load into"));
}

TEST_CASE("A store on a read-only medium opens for reading", "[lmdb][store]") {
    const TemporaryFolder folder;
    const auto medium = folder.path() / "medium";
    std::filesystem::create_directory(medium);
    if (::mount("tmpfs", medium.c_str(), "tmpfs", 0, "size=8m") != 0) {
        WARN("SKIPPED: may not mount a file system");
        return;
    }
    write_sample(medium / "store");
    const auto text = graph_text(*open_lmdb_store(medium / "store")->snapshot());
    std::filesystem::remove(medium / "store-lock");
    CHECK(::mount("tmpfs", medium.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "") == 0);
    CHECK(graph_text(*open_lmdb_store(medium / "store")->snapshot()) == text);
    CHECK(::umount(medium.c_str()) == 0);
}

TEST_CASE("Less address space than asked for will do", "[lmdb][store]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    write_sample(path);
    CHECK(open_lmdb_store(path, {.map_bytes = std::size_t{1} << 48})->snapshot()->exists(NodeId{}));
}

TEST_CASE("A file that is opened twice is shared", "[lmdb][store]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    write_sample(path);
    const auto one = open_lmdb_store(path);
    std::filesystem::create_hard_link(path, folder.path() / "other name");
    const auto two = open_lmdb_store(folder.path() / "other name");
    CHECK(one->snapshot() == two->snapshot());
}

TEST_CASE("Many threads open and close one file", "[lmdb][store]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    write_sample(path);
    std::atomic<int> opened = 0;
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&] {
            for (int round = 0; round < 25; ++round)
                opened += open_lmdb_store(path)->snapshot()->exists(NodeId{0});
        });
    threads.clear();
    CHECK(opened == 100);
}

TEST_CASE("A snapshot stays readable when a new store takes its file's place", "[lmdb][store]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    write_sample(path, 50);
    const auto old = open_lmdb_store(path);
    const auto old_text = graph_text(*old->snapshot());
    write_sample(path, 80);
    const auto fresh = open_lmdb_store(path);
    CHECK(fresh->snapshot()->statistics().nodes == 163);
    CHECK(fresh->snapshot()->identity() != old->snapshot()->identity());
    CHECK(graph_text(*old->snapshot()) == old_text);
}

TEST_CASE("Sizes of a store say what takes its room", "[lmdb][store]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    const auto load = begin_bulk_load(path, {.made_by = "a test"});
    SampleLoad{*load, 2'000}.run();
    load->finish();
    const auto sizes = measure_lmdb_store(path);
    CHECK(sizes.made_by == "a test");
    CHECK(sizes.format == 3);
    CHECK(sizes.file_bytes == std::filesystem::file_size(path));
    std::uint64_t sum = sizes.other_bytes;
    for (const auto& part : sizes.parts) sum += part.bytes;
    CHECK(sum == sizes.file_bytes);
    const auto part_of = [&](const char* kind, const char* name) {
        const auto found = std::ranges::find_if(sizes.parts, [&](const StorePart& part) {
            return part.kind == kind && part.name == name;
        });
        REQUIRE(found != sizes.parts.end());
        return *found;
    };
    CHECK(part_of("node property", "date").values == 1'600);
    CHECK(part_of("node property", "date").encodings == std::vector<std::string>{"integer"});
    CHECK(part_of("node property", "rare").encodings == std::vector<std::string>{"sparse integer"});
    CHECK(part_of("node property", "team").encodings == std::vector<std::string>{"dictionary"});
    CHECK(part_of("outgoing relationships", "KNOWS").values == 6'000);
    CHECK(part_of("incoming relationships", "KNOWS").values == 6'000);
}
