// An exported CSV file that is being written: comma, RFC 4180 quoting, one line a record.
//
// Invariant: close() has to be called and throws Storage when anything could not be written; a
// file that was not closed is not complete.
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>

namespace lintas::loaders {

class CsvExportFile {
public:
    // Storage if it cannot be made.
    explicit CsvExportFile(std::filesystem::path path);

    // Nothing is a missing value; an empty text is written as one.
    void add(std::span<const std::optional<std::string>> fields);
    void close();

private:
    void write();
    [[noreturn]] void fail() const;

    std::filesystem::path path_;
    std::ofstream file_;
    std::string buffer_;
};

} // namespace lintas::loaders
