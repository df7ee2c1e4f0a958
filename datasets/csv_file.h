// A CSV file that is being written: comma, RFC 4180 quoting where it is needed, one line a record.
//
// Invariant: close() has to be called and throws Storage when anything could not be written; a file
// that was not closed is not complete.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lintas::datasets {

class CsvFile {
public:
    // Replaces an older file. `header` is the first line as it stands; `ending` ends every record,
    // for columns that are the same in all, for example `,Country,true`.
    CsvFile(std::filesystem::path path, std::string_view header, std::string ending = {});
    // Without a first line of its own.
    explicit CsvFile(std::filesystem::path path);

    // Empty fields are missing values.
    void add(std::initializer_list<std::string_view> fields);
    // Nothing is a missing value; an empty text is written as one. For names and texts of any kind:
    // what is a delimiter elsewhere is quoted too, since a reader finds out which one cuts a file
    // best.
    void add(std::span<const std::optional<std::string>> fields);
    void close();

    std::uint64_t records() const { return records_; }

private:
    void end_record();
    void write();
    [[noreturn]] void fail() const;

    std::filesystem::path path_;
    std::ofstream file_;
    std::string buffer_;
    std::string ending_;
    std::uint64_t records_ = 0;
};

} // namespace lintas::datasets
