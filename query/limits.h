// What one query may use.
//
// Invariant: plain data. Zero means no limit.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <stop_token>

namespace lintas::query {

// Where whoever runs queries lets only so many run at once: the place of one of them.
class Place {
public:
    virtual ~Place() = default;
    // Lets others run while this query waits for a writer.
    virtual void leave() = 0;
    // Throws what the query is to end with if there is no place any more.
    virtual void take_again() = 0;
};

struct Limits {
    std::chrono::milliseconds time{0};
    std::uint64_t memory_bytes = 0; // of what operators must hold: sorts, groups, collected lists
    std::uint64_t rows = 0;         // of the answer
    // For the transaction before it, where it writes; its time limit holds as well.
    std::chrono::milliseconds writer_wait{0};
    std::stop_token cancel;
    Place* place = nullptr;              // outlives the statement's start
    std::filesystem::path import_folder; // that LOAD CSV may read from; empty: none
};

} // namespace lintas::query
