// Bulk loads that end well, that are given up, that are killed, and that run out of disk.
#include "graph/error.h"
#include "graph/lmdb/check.h"
#include "graph/lmdb/lmdb_store.h"

#include <catch2/catch.hpp>

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <random>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "graph_text.h"
#include "random_seed.h"
#include "sample_load.h"
#include "temporary_folder.h"

using namespace lintas;
using namespace lintas::testing;
using Catch::Contains;

namespace {

void load_sample(const std::filesystem::path& path, std::size_t size) {
    const auto load = begin_bulk_load(path);
    SampleLoad{*load, size}.run();
    load->finish();
}

std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
}

// Nodes with a text that does not compress.
void add_noise(BulkLoad& load, std::size_t nodes) {
    std::mt19937 random{1};
    Boxed texts;
    for (std::size_t row = 0; row < nodes; ++row) {
        std::string text(200, ' ');
        for (auto& letter : text) letter = static_cast<char>('a' + random() % 26);
        texts.emplace_back(std::move(text));
    }
    const PropertyColumn columns[] = {{load.key("noise"), typed_column(std::move(texts))}};
    Nodes ids;
    load.add_nodes({}, nodes, columns, ids);
}

} // namespace

TEST_CASE("A load that is given up leaves no trace", "[lmdb][load]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    {
        const auto load = begin_bulk_load(path);
        SampleLoad{*load, 100}.run();
        CHECK(files_in(folder.path()) == std::vector<std::string>{"store.loading"});
    }
    CHECK(files_in(folder.path()).empty());
}

TEST_CASE("A load that is given up with much to write leaves no trace", "[lmdb][load]") {
    const TemporaryFolder folder;
    {
        const auto load = begin_bulk_load(folder.path() / "store");
        for (int batch = 0; batch < 8; ++batch) add_noise(*load, 40'000);
    }
    CHECK(files_in(folder.path()).empty());
}

TEST_CASE("A finished load is a sound store and nothing else", "[lmdb][load]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    const auto load = begin_bulk_load(path);
    SampleLoad{*load, 100}.run();
    load->finish();
    CHECK(files_in(folder.path()) == std::vector<std::string>{"store"});
    const auto report = check_lmdb_store(path);
    CHECK(report.findings.empty());
    CHECK(report.nodes == 203);
    CHECK(report.relationships == 302);
}

TEST_CASE("A load beside another one of the same store is refused", "[lmdb][load]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    const auto load = begin_bulk_load(path);
    CHECK_THROWS_WITH(begin_bulk_load(path), Contains("another load of this store is running"));
    CHECK_NOTHROW(begin_bulk_load(folder.path() / "other store"));
    SampleLoad{*load, 10}.run();
    load->finish();
    load_sample(path, 20);
    CHECK(open_lmdb_store(path)->snapshot()->statistics().nodes == 43);
}

TEST_CASE("A load takes the place of a store, and of nothing else", "[lmdb][load]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "notes.txt";
    std::ofstream{path} << "Not to be lost\n";
    CHECK_THROWS_WITH(begin_bulk_load(path), Contains("it stays as it is"));
    CHECK_THROWS_WITH(begin_bulk_load(folder.path()), Contains("it is a folder"));
    CHECK_THROWS_WITH(begin_bulk_load(folder.path() / "none" / "store"),
                      Contains("there is no such folder"));
    CHECK_THROWS_WITH(begin_bulk_load(""), Contains("the path is empty"));
    CHECK(files_in(folder.path()) == std::vector<std::string>{"notes.txt"});
    std::ofstream{folder.path() / "empty"};
    CHECK_NOTHROW(load_sample(folder.path() / "empty", 10));
}

TEST_CASE("A load through a link replaces what the link points to", "[lmdb][load]") {
    const TemporaryFolder folder;
    load_sample(folder.path() / "store", 10);
    std::filesystem::create_symlink("store", folder.path() / "link");
    load_sample(folder.path() / "link", 20);
    CHECK(std::filesystem::is_symlink(folder.path() / "link"));
    CHECK(open_lmdb_store(folder.path() / "store")->snapshot()->statistics().nodes == 43);
}

TEST_CASE("A property that no store may hold ends the load with its name", "[lmdb][load]") {
    const TemporaryFolder folder;
    const auto load = begin_bulk_load(folder.path() / "store");
    Nodes ids;
    const PropertyColumn columns[] = {{load->key("address"), Column{Boxed{Value{Map{}}}}}};
    CHECK_THROWS_WITH(load->add_nodes({}, 1, columns, ids), Contains("`address`"));
}

TEST_CASE("The same data makes the same file but for its identity", "[lmdb][load]") {
    const TemporaryFolder folder;
    const auto text_of = [&](const char* name) {
        load_sample(folder.path() / name, 3'000);
        auto text = graph_text(*open_lmdb_store(folder.path() / name)->snapshot());
        return text.erase(text.find("identity"), 46);
    };
    CHECK(text_of("one") == text_of("two"));
    CHECK(std::filesystem::file_size(folder.path() / "one") ==
          std::filesystem::file_size(folder.path() / "two"));
}

TEST_CASE("A full disk ends a load and leaves the old store alone", "[lmdb][load]") {
    const TemporaryFolder folder;
    const auto disk = folder.path() / "disk";
    std::filesystem::create_directory(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=4m") != 0) {
        WARN("SKIPPED: may not mount a small file system");
        return;
    }
    load_sample(disk / "store", 100);
    const auto text = graph_text(*open_lmdb_store(disk / "store")->snapshot());
    for (const std::size_t nodes : {20'000, 200'000}) {
        try {
            const auto load = begin_bulk_load(disk / "store");
            for (std::size_t done = 0; done < nodes; done += 20'000) add_noise(*load, 20'000);
            load->finish();
            FAIL_CHECK("The load fits");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::Storage);
            CHECK_THAT(error.what(), Contains("the disk is full"));
        }
        CHECK(graph_text(*open_lmdb_store(disk / "store")->snapshot()) == text);
        CHECK(files_in(disk) == std::vector<std::string>{"store", "store-lock"});
    }
    CHECK(check_lmdb_store(disk / "store").findings.empty());
    CHECK(::umount(disk.c_str()) == 0);
}

TEST_CASE("A load that is killed at any moment leaves the old store or the new one",
          "[lmdb][load]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    load_sample(path, 100);
    const auto old_nodes = open_lmdb_store(path)->snapshot()->statistics().nodes;
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    load_sample(folder.path() / "timed", 20'000);
    const auto whole = std::chrono::ceil<std::chrono::milliseconds>(Clock::now() - begin).count();
    std::filesystem::remove(folder.path() / "timed");
    std::filesystem::remove(folder.path() / "timed-lock");
    int killed = 0;
    for (int round = 0; round < 20; ++round) {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        const auto child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            load_sample(path, 20'000);
            ::_exit(0);
        }
        ::close(ends[1]);
        // Waits for the child's end, at most so many milliseconds.
        pollfd watched{ends[0], 0, 0};
        const auto wait = round == 0 ? 0 : static_cast<int>(random() % (whole + 1));
        ::poll(&watched, 1, wait);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ::close(ends[0]);
        killed += WIFSIGNALED(status);
        REQUIRE(check_lmdb_store(path).findings.empty());
        const auto nodes = open_lmdb_store(path)->snapshot()->statistics().nodes;
        CHECK((nodes == old_nodes || nodes == 40'003));
    }
    CHECK(killed > 0);
    load_sample(path, 7);
    CHECK(open_lmdb_store(path)->snapshot()->statistics().nodes == 17);
    CHECK(files_in(folder.path()) == std::vector<std::string>{"store", "store-lock"});
}
