// Adds up how far a load is over its files, for the sink.
//
// Invariant: bytes_done never falls and never exceeds bytes_in_all. For one thread.
#pragma once

#include "loaders/load_options.h"

#include <cstdint>
#include <string_view>

namespace lintas::loaders {

class ProgressCounter {
public:
    // Without a sink nothing is reported.
    explicit ProgressCounter(ProgressSink* sink) : sink_{sink} {}

    // More to come, before the work on it begins.
    void expect_bytes(std::uint64_t bytes) { bytes_in_all_ += bytes; }
    // The file at work, how far it is, and how many rows were read in it.
    void update(std::string_view source, std::uint64_t position, std::uint64_t rows);
    // A file of that size is done.
    void finish_file(std::uint64_t size, std::uint64_t rows);

private:
    ProgressSink* sink_;
    std::uint64_t bytes_in_all_ = 0;
    std::uint64_t bytes_before_ = 0; // of the files that are done
    std::uint64_t rows_before_ = 0;
};

} // namespace lintas::loaders
