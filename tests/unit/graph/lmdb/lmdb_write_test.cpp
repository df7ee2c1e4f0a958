// Commits of a store in a file: they survive, fail whole, and go by one process at a time.
#include "graph/lmdb/lmdb_store.h"

#include "graph/error.h"
#include "graph/lmdb/check.h"
#include "graph/lmdb/copy_store.h"
#include "graph/lmdb/log_file.h"
#include "graph/lmdb/writer_lock.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "graph_text.h"
#include "sample_load.h"
#include "temporary_folder.h"

using namespace lintas;
using namespace lintas::testing;
using Catch::Contains;

namespace {

struct SampleStore {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "store";

    SampleStore() {
        const auto load = begin_bulk_load(path);
        SampleLoad{*load, 50}.run();
        load->finish();
    }
    std::filesystem::path log() const { return path.string() + "-log"; }
};

// Gives the first node a new relationship, label, property and neighbour.
void write(Store& store, int number) {
    const auto transaction = store.begin();
    const auto label = transaction->label("Written");
    const auto node = transaction->create_node({&label, 1});
    const auto type = transaction->type("WRITES");
    const auto relationship = transaction->create_relationship(NodeId{0}, type, node);
    transaction->set_property(node, transaction->key("number"), number);
    transaction->set_property(relationship, transaction->key("text"), std::to_string(number));
    transaction->add_label(NodeId{0}, label);
    transaction->commit();
}

std::string message_of(Store& store) {
    try {
        write(store, 1);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Storage);
        return error.what();
    }
    return "";
}

// Files of this process cannot grow beyond a size, while it lives.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t size) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{size, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~SmallFiles() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int) = SIG_DFL;
};

} // namespace

TEST_CASE("Commits survive closing and opening", "[lmdb][write]") {
    const SampleStore sample;
    std::string before;
    {
        const auto store = open_lmdb_store(sample.path);
        for (int number = 0; number < 5; ++number) write(*store, number);
        before = graph_text(*store->snapshot());
        CHECK(store->snapshot()->version() == 5);
    }
    const auto store = open_lmdb_store(sample.path);
    CHECK(store->snapshot()->version() == 5);
    CHECK(graph_text(*store->snapshot()) == before);
    write(*store, 5);
    CHECK(store->snapshot()->version() == 6);
}

TEST_CASE("A merge changes nothing that is shown, and empties the log", "[lmdb][write]") {
    const SampleStore sample;
    std::string before;
    {
        const auto store = open_lmdb_store(sample.path);
        for (int number = 0; number < 5; ++number) write(*store, number);
        const auto old = store->snapshot();
        before = graph_text(*old);
        store->merge();
        CHECK(graph_text(*store->snapshot()) == before);
        CHECK(graph_text(*old) == before);
        CHECK(lmdb::read_log(lmdb::read_log_file(sample.log()))->commits.empty());
        store->merge();
        CHECK(store->snapshot()->version() == 5);
    }
    CHECK(check_lmdb_store(sample.path).findings.empty());
    const auto store = open_lmdb_store(sample.path);
    CHECK(graph_text(*store->snapshot()) == before);
    write(*store, 5);
    CHECK(store->snapshot()->version() == 6);
}

TEST_CASE("Commits go on while a merge runs", "[lmdb][write]") {
    const SampleStore sample;
    std::string before;
    {
        const auto store = open_lmdb_store(sample.path);
        std::atomic<bool> is_done = false;
        std::jthread merger{[&] {
            while (!is_done) store->merge();
        }};
        for (int number = 0; number < 200; ++number) write(*store, number);
        is_done = true;
        merger.join();
        before = graph_text(*store->snapshot());
        CHECK(store->snapshot()->version() == 200);
    }
    CHECK(check_lmdb_store(sample.path).findings.empty());
    CHECK(graph_text(*open_lmdb_store(sample.path)->snapshot()) == before);
}

TEST_CASE("What a merge that was killed has left is taken up", "[lmdb][write]") {
    const SampleStore sample;
    const auto old_log = sample.folder.path() / "old log";
    std::string before;
    {
        const auto store = open_lmdb_store(sample.path);
        for (int number = 0; number < 5; ++number) write(*store, number);
        before = graph_text(*store->snapshot());
        std::filesystem::copy_file(sample.log(), old_log);
        store->merge();
    }
    // As if it had been killed before it could empty the log.
    std::filesystem::copy_file(old_log, sample.log(),
                               std::filesystem::copy_options::overwrite_existing);
    CHECK(check_lmdb_store(sample.path).findings.empty());
    const auto store = open_lmdb_store(sample.path);
    CHECK(graph_text(*store->snapshot()) == before);
    write(*store, 5);
    store->merge();
    CHECK(store->snapshot()->version() == 6);
}

TEST_CASE("A copy has the commits of the log in its one file", "[lmdb][write]") {
    const SampleStore sample;
    const auto copy = sample.folder.path() / "copy";
    std::string before;
    {
        const auto store = open_lmdb_store(sample.path);
        for (int number = 0; number < 5; ++number) write(*store, number);
        before = graph_text(*store->snapshot());
        CHECK(copy_lmdb_store(sample.path, copy, CopyTarget::New).version == 5);
        // Whoever writes to a store would lose what it writes while its file is replaced.
        CHECK_THROWS_AS(copy_lmdb_store(sample.path, sample.path, CopyTarget::Replace), Error);
    }
    CHECK_FALSE(std::filesystem::exists(copy.string() + "-log"));
    CHECK(check_lmdb_store(copy).findings.empty());
    CHECK(graph_text(*open_lmdb_store(copy)->snapshot()) == before);
    copy_lmdb_store(sample.path, sample.path, CopyTarget::Replace);
    CHECK_FALSE(std::filesystem::exists(sample.log()));
    const auto store = open_lmdb_store(sample.path);
    CHECK(graph_text(*store->snapshot()) == before);
    write(*store, 5);
    CHECK(store->snapshot()->version() == 6);
}

TEST_CASE("A transaction that changes nothing makes no version", "[lmdb][write]") {
    const SampleStore sample;
    const auto store = open_lmdb_store(sample.path);
    const auto transaction = store->begin();
    transaction->commit();
    CHECK(transaction->version() == 0);
    CHECK(store->snapshot()->version() == 0);
    CHECK(lmdb::read_log(lmdb::read_log_file(sample.log()))->commits.empty());
}

TEST_CASE("While another writes to a store, it can be read only", "[lmdb][write]") {
    const SampleStore sample;
    const auto store = open_lmdb_store(sample.path);
    {
        const lmdb::WriterLock other{sample.path}; // as if another process had it
        CHECK_THAT(message_of(*store), Contains("another process writes to it"));
        CHECK(store->snapshot()->version() == 0);
        CHECK_THROWS_AS(begin_bulk_load(sample.path), Error);
        CHECK_FALSE(std::filesystem::exists(sample.path.string() + ".loading"));
    }
    CHECK(message_of(*store).empty());
}

TEST_CASE("What another process wrote before is built on", "[lmdb][write]") {
    const SampleStore sample;
    int pipe[2] = {};
    REQUIRE(::pipe(pipe) == 0);
    // Before this process opens the store: LMDB's files do not go across.
    const auto other = ::fork();
    if (other == 0) {
        char go = 0;
        if (::read(pipe[0], &go, 1) == 1) write(*open_lmdb_store(sample.path), 1);
        ::_exit(0);
    }
    const auto store = open_lmdb_store(sample.path);
    CHECK(store->snapshot()->version() == 0);
    REQUIRE(::write(pipe[1], "!", 1) == 1);
    REQUIRE(::waitpid(other, nullptr, 0) == other);
    write(*store, 2);
    CHECK(store->snapshot()->version() == 2);
}

TEST_CASE("A load in a store's place ends its log", "[lmdb][write]") {
    const SampleStore sample;
    write(*open_lmdb_store(sample.path), 1);
    const auto log = lmdb::Bytes{};
    std::filesystem::copy_file(sample.log(), sample.folder.path() / "old log");
    begin_bulk_load(sample.path)->finish();
    CHECK_FALSE(std::filesystem::exists(sample.log()));
    // Also where the load was killed before it could remove it.
    std::filesystem::copy_file(sample.folder.path() / "old log", sample.log());
    const auto store = open_lmdb_store(sample.path);
    CHECK(store->snapshot()->statistics().nodes == 0);
    const auto transaction = store->begin();
    transaction->create_node({});
    transaction->commit();
    CHECK(store->snapshot()->version() == 1);
}

TEST_CASE("While a load is made, nobody writes to the store that it replaces", "[lmdb][write]") {
    const SampleStore sample;
    const auto store = open_lmdb_store(sample.path);
    const auto load = begin_bulk_load(sample.path);
    CHECK_THAT(message_of(*store), Contains("another process"));
    CHECK(store->snapshot()->version() == 0);
    load->finish();
    CHECK_THAT(message_of(*store), Contains("another one was put in its place"));
}

TEST_CASE("A file that is no log is not taken for one", "[lmdb][write]") {
    const SampleStore sample;
    std::ofstream{sample.log()} << "shopping list";
    CHECK_THROWS_WITH(open_lmdb_store(sample.path), Contains("does not begin as one"));
}

TEST_CASE("A commit for which there is no room leaves no trace", "[lmdb][write]") {
    const SampleStore sample;
    std::string before;
    {
        const auto store = open_lmdb_store(sample.path);
        write(*store, 1);
        before = graph_text(*store->snapshot());
        const auto size = std::filesystem::file_size(sample.log());
        const auto large = store->begin();
        large->set_property(NodeId{0}, large->key("large"), std::string(2 * size, 'x'));
        {
            const SmallFiles limit{size};
            CHECK_THROWS_AS(large->commit(), Error);
        }
        CHECK(graph_text(*store->snapshot()) == before);
    }
    const auto store = open_lmdb_store(sample.path);
    CHECK(graph_text(*store->snapshot()) == before);
    CHECK(message_of(*store).empty());
}

TEST_CASE("After a failed commit the store can be written to again", "[lmdb][write]") {
    const SampleStore sample;
    const auto store = open_lmdb_store(sample.path);
    {
        const SmallFiles limit{0};
        CHECK_THAT(message_of(*store), Contains("Cannot write the log"));
    }
    CHECK(message_of(*store).empty());
    {
        const SmallFiles limit{0};
        CHECK_THAT(message_of(*store), Contains("nothing of it was kept"));
    }
    CHECK(store->snapshot()->version() == 1);
    CHECK(message_of(*store).empty());
    CHECK(store->snapshot()->version() == 2);
}

TEST_CASE("A file with a second name is not written to", "[lmdb][write]") {
    const SampleStore sample;
    const auto store = open_lmdb_store(sample.path);
    std::filesystem::create_hard_link(sample.path, sample.folder.path() / "other name");
    CHECK_THAT(message_of(*store), Contains("hard link"));
}
