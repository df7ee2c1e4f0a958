// Rows that cannot be used: counted by reason, and written to a CSV file with the columns source,
// line, reason, value.
//
// Invariant: the file is made with the first row, in place of an older one; the counts are right
// also without a file. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

namespace lintas::loaders {

struct Reject {
    std::string_view source;
    std::uint64_t line = 0;  // or the number of the record, where the source has no lines; 0: none
    std::string_view reason; // few and fixed, since they are counted
    std::string_view value;  // what was found there
};

class Rejects {
public:
    // An empty path: rows are only counted.
    explicit Rejects(std::filesystem::path path) : path_{std::move(path)} {}

    // Storage error if the file cannot be written.
    void add(const Reject& reject);
    // Writes what is buffered. Storage error if that fails.
    void finish();

    std::uint64_t total() const { return total_; }
    // The counts by reason since the last call.
    std::map<std::string, std::uint64_t> take_counts();
    // The file, or empty when none was written.
    std::filesystem::path written() const;

private:
    void check() const;

    std::filesystem::path path_;
    std::ofstream file_;
    std::uint64_t total_ = 0;
    std::map<std::string, std::uint64_t, std::less<>> counts_;
};

} // namespace lintas::loaders
