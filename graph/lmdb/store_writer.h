// StoreWriter: fills a new store's file, on a thread of its own.
//
// Invariant: until finish() returns, the file is no store: opening it says so. A failure to write
// comes out of the next call.
#pragma once

#include "graph/lmdb/environment.h"
#include "graph/lmdb/record.h"
#include "graph/lmdb/segment.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <mutex>
#include <vector>

namespace lintas::lmdb {

// The last things to be written, by table.
struct ClosingRecords {
    std::vector<Record> catalogue;
    std::vector<Record> statistics;
    // Given the number of LMDB's last transaction.
    std::function<std::vector<Record>(std::uint64_t transaction)> header;
};

class StoreWriter {
public:
    explicit StoreWriter(const std::filesystem::path& file);
    ~StoreWriter();
    StoreWriter(const StoreWriter&) = delete;
    StoreWriter& operator=(const StoreWriter&) = delete;

    // Hands a segment over; from any thread. Waits while much is still to be written.
    void put(SealedSegment segment);
    void put(std::vector<SealedSegment> segments);

    // Writes all that is left and makes the file durable.
    void finish(const ClosingRecords& closing);

private:
    void run();
    std::deque<SealedSegment> take();
    void close();
    [[noreturn]] void rethrow() const;

    Environment environment_;
    std::mutex mutex_; // guards all below but result_
    std::condition_variable changed_;
    std::deque<SealedSegment> segments_;
    std::size_t waiting_bytes_ = 0;
    bool is_closed_ = false;          // no more segments come
    bool is_over_ = false;            // the thread has ended
    std::shared_future<void> result_; // shared by all who learn from it what went wrong
};

} // namespace lintas::lmdb
