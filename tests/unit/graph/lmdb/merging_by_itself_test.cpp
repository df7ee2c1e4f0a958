// Merges that the store begins itself: they keep its file small, and do not fail unnoticed.
#include "graph/error.h"
#include "graph/lmdb/copy_store.h"
#include "graph/lmdb/lmdb_store.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <sys/resource.h>

#include "temporary_folder.h"

using namespace lintas;
using namespace lintas::testing;
using Catch::Contains;

namespace {

constexpr std::uint32_t node_count = 10'000;
constexpr std::size_t text_size = 1000;

std::filesystem::path make_store(const TemporaryFolder& folder) {
    const auto path = folder.path() / "store";
    const auto load = begin_bulk_load(path);
    Nodes nodes;
    load->add_nodes({load->label("Node")}, node_count, {}, nodes);
    load->finish();
    return path;
}

// Gives so many nodes a text, a thousand in a commit.
void rewrite(Store& store, std::uint32_t nodes, char letter) {
    for (std::uint32_t begin = 0; begin < nodes; begin += 1000) {
        const auto transaction = store.begin();
        const auto key = transaction->key("text");
        for (auto node = begin; node < begin + 1000; ++node)
            transaction->set_property(NodeId{node % node_count}, key,
                                      std::string(text_size, letter) + std::to_string(node));
        transaction->commit();
    }
}

char letter_of(const Snapshot& graph, NodeId node) {
    return graph.gather(*graph.symbols().keys.find("text"), Nodes{node}).value(0).string().front();
}

std::uint64_t mebibytes(const std::filesystem::path& file) {
    return std::filesystem::file_size(file) >> 20;
}

rlimit limit_files(rlim_t size) {
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit limit{size, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    return before;
}

} // namespace

TEST_CASE("After an old reader has ended its pages are used again", "[lmdb][merging]") {
    const TemporaryFolder folder;
    const auto path = make_store(folder);
    auto store = open_lmdb_store(path);
    const auto rewrite_all = [&](char letter) {
        rewrite(*store, 5 * node_count, letter); // about 50 MB
        store->merge();
    };
    rewrite_all('a');
    auto reader = store->snapshot();
    rewrite_all('b');
    const auto under_reader = mebibytes(path);
    CHECK(letter_of(*reader, NodeId{7}) == 'a');
    // No more than about what was written, though each merge writes all ten MB.
    CHECK(under_reader < 100);
    reader.reset();
    rewrite_all('c');
    CHECK(mebibytes(path) == under_reader);
    rewrite_all('d');
    CHECK(mebibytes(path) == under_reader);

    CHECK(mebibytes(path) > 20);
    store.reset();
    copy_lmdb_store(path, path, CopyTarget::Replace);
    CHECK(mebibytes(path) < 12);
}

TEST_CASE("A merge that failed by itself is told to the next writer", "[lmdb][merging]") {
    const TemporaryFolder folder;
    const auto path = make_store(folder);
    const auto store = open_lmdb_store(path);
    rewrite(*store, node_count, 'a');
    store->merge();
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const auto before = limit_files(std::filesystem::file_size(path));
    std::string message;
    try {
        // The log stays shorter than the file, which merging makes longer.
        for (int times = 0; times < 6; ++times) rewrite(*store, 1000, 'b');
        const auto begin = std::chrono::steady_clock::now();
        while (std::chrono::steady_clock::now() - begin < std::chrono::seconds{30}) store->begin();
    } catch (const Error& error) {
        message = error.what();
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK_THAT(message, Contains("Merging the log of the store"));
    CHECK_THAT(message, Contains("Nothing was lost"));

    CHECK(letter_of(*store->snapshot(), NodeId{7}) == 'b');
    rewrite(*store, 1000, 'c');
    store->merge();
    CHECK(letter_of(*store->snapshot(), NodeId{7}) == 'c');
    CHECK(letter_of(*store->snapshot(), NodeId{1007}) == 'a');
}
