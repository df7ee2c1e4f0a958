// Hands batches from the thread that parses to the one that adds them, a few at a time.
//
// Invariant: batches come out in the order they went in. Neither side waits for a side that has
// gone: close() and cancel() wake it.
#pragma once

#include "loaders/csv_batch.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace lintas::loaders {

class CsvQueue {
public:
    // For the parser. Waits while the queue is full; false when the other side has gone.
    bool push(CsvBatch batch);
    // For the parser: waits until all batches are added; false when the other side has gone.
    bool wait_until_added();
    // For the parser: nothing more comes.
    void close();

    // For the adder: the next batch, or nothing when no more come.
    std::optional<CsvBatch> pop();
    // For the adder: it takes no more.
    void cancel();

private:
    static constexpr std::size_t longest = 4;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<CsvBatch> batches_;
    bool adder_is_idle_ = false;
    bool closed_ = false;
    bool cancelled_ = false;
};

} // namespace lintas::loaders
