// Measures what commits cost, beside what the disk alone costs in the same run.
//
//   lintas_commit_bench FOLDER [SECONDS] [MEBIBYTES]
//
// Prints the median of a durable commit of one relationship and of a bare append of 200 bytes with
// fdatasync, taken in turns; the commits a second of one writer and of eight; and the size of the
// store while so many MiB are rewritten under a reader, and after as much again twice without it.
#include "graph/lmdb/lmdb_store.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace lintas;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::uint32_t node_count = 100'000;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

void make_store(const std::filesystem::path& path) {
    const auto load = begin_bulk_load(path);
    Nodes nodes;
    load->add_nodes({load->label("Node")}, node_count, {}, nodes);
    load->add_relationships(load->type("LINK"), nodes, nodes, {});
    load->finish();
}

void commit_one(Store& store, std::uint32_t at) {
    const auto transaction = store.begin();
    const auto type = transaction->type("LINK");
    transaction->create_relationship(NodeId{at * 7919U % node_count}, type,
                                     NodeId{at * 104'729U % node_count});
    transaction->commit();
}

void compare_with_disk(FileStore& store, const std::filesystem::path& folder, double seconds) {
    const auto path = folder / "bare";
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0644);
    const std::string bytes(200, 'x');
    std::vector<double> bare;
    std::vector<double> commits;
    const auto begin = Clock::now();
    for (std::uint32_t at = 0; seconds_since(begin) < seconds; ++at) {
        auto start = Clock::now();
        if (::write(file, bytes.data(), bytes.size()) != 200 || ::fdatasync(file) != 0)
            std::abort();
        bare.push_back(seconds_since(start));
        start = Clock::now();
        commit_one(store, at);
        commits.push_back(seconds_since(start));
    }
    ::close(file);
    std::filesystem::remove(path);
    std::printf("bare append and fdatasync, median  %8.1f us\n", median(bare) * 1e6);
    std::printf("commit of one relationship, median %8.1f us (%.2f times)\n", median(commits) * 1e6,
                median(commits) / median(bare));
}

double commits_a_second(FileStore& store, int writers, double seconds) {
    std::atomic<std::uint32_t> count = 0;
    const auto begin = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back([&] {
                while (seconds_since(begin) < seconds) commit_one(store, count++);
            });
    }
    return count / seconds_since(begin);
}

// Gives every node a new text; the store merges when it thinks fit, and at the end.
void rewrite(FileStore& store, std::size_t bytes) {
    constexpr std::uint32_t nodes_a_commit = 1000;
    constexpr std::size_t text_size = 1000;
    static std::uint32_t at = 0;
    for (std::size_t done = 0; done < bytes; at += nodes_a_commit) {
        const auto transaction = store.begin();
        const auto key = transaction->key("text");
        for (std::uint32_t node = at; node < at + nodes_a_commit; ++node, done += text_size)
            transaction->set_property(NodeId{node % node_count}, key,
                                      std::string(text_size, static_cast<char>('a' + node % 26)));
        transaction->commit();
    }
    store.merge();
}

void rewrite_under_reader(FileStore& store, const std::filesystem::path& path,
                          std::size_t mebibytes) {
    const auto size = [&path] {
        return static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    };
    const auto bytes = mebibytes << 20;
    rewrite(store, std::size_t{100} << 20);
    std::printf("file before                        %8.1f MB\n", size());
    auto reader = store.snapshot();
    rewrite(store, bytes);
    std::printf("after %zu MiB under a reader       %8.1f MB\n", mebibytes, size());
    reader.reset();
    rewrite(store, bytes);
    std::printf("after as much again without it     %8.1f MB\n", size());
    rewrite(store, bytes);
    std::printf("and once more                      %8.1f MB\n", size());
}

} // namespace

int main(int count, char** words) {
    if (count < 2)
        return std::fputs("lintas_commit_bench FOLDER [SECONDS] [MEBIBYTES]\n", stderr), 2;
    const std::filesystem::path folder{words[1]};
    const double seconds = count > 2 ? std::atof(words[2]) : 5;
    const auto mebibytes = static_cast<std::size_t>(count > 3 ? std::atoll(words[3]) : 500);
    const auto path = folder / "bench.lintas";
    make_store(path);
    const auto store = open_lmdb_store(path);
    compare_with_disk(*store, folder, seconds);
    const auto one = commits_a_second(*store, 1, seconds);
    const auto eight = commits_a_second(*store, 8, seconds);
    std::printf("one writer                         %8.0f commits/s\n", one);
    std::printf("eight writers                      %8.0f commits/s (%.2f times)\n", eight,
                eight / one);
    if (mebibytes > 0) rewrite_under_reader(*store, path, mebibytes);
}
