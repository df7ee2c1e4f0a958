// LogFile: the log beside a store, open for appending.
//
// Invariant: append() returns only when the commits are on the disk. When it throws, none of them
// is read by anybody who opens the log later, unless the disk also refuses to cut the file.
#pragma once

#include "graph/lmdb/log_format.h"
#include "graph/lmdb/store_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lintas::lmdb {

// The path of a store's log: beside the file that the store's path leads to.
std::filesystem::path log_path_of(const std::filesystem::path& store);

// The file's bytes; empty if there is no such file. Throws Storage if it cannot be read.
Bytes read_log_file(const std::filesystem::path& path);

class LogFile {
public:
    // A log that is there; `end` is where its last frame ends. What lies behind is cut off.
    LogFile(std::filesystem::path path, LogHeader header, std::size_t end);
    // A new log with these commits in it, in the place of the one that may be there.
    static LogFile create(const std::filesystem::path& path, const LogHeader& header,
                          const std::vector<Commit>& commits = {});

    const LogHeader& header() const { return header_; }
    // Bytes of all frames.
    std::size_t size() const { return end_ - log_header_size; }

    // Adds the next commits and waits for the disk. After a failure nothing is added until
    // repair().
    void append(std::uint64_t first_lsn, const std::vector<Bytes>& records);
    // Cuts off what a failed append may have left. Throws Storage if the disk still fails.
    void repair();

private:
    void reserve(std::size_t end);
    void write(ByteView bytes, std::size_t at) const;
    void sync() const;
    void give_up() const noexcept;
    [[noreturn]] void fail(const char* what) const;

    std::filesystem::path path_;
    LogHeader header_;
    Descriptor descriptor_;
    std::size_t end_ = 0;
    std::size_t reserved_ = 0; // the file's size; zeros from end_ on
};

} // namespace lintas::lmdb
