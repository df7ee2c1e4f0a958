// The records of a CSV file, one at a time.
//
// Invariant: a field without quotes and without characters is absent, `""` is an empty text. A
// quoted field may hold terminators, line ends and doubled quotes. Empty lines are no records. Text
// is valid UTF-8; what breaks these rules is an Input error that names the line.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace lintas::query {

using CsvRecord = std::vector<std::optional<std::string>>;

class CsvRecords {
public:
    // `name` is what messages call the file.
    CsvRecords(const std::filesystem::path& file, std::string name, char terminator);

    // False when there is none left.
    bool next(CsvRecord& record);
    const std::string& name() const { return name_; }

private:
    static constexpr int end_of_file = -1;

    int peek();
    int take();
    bool skip_line_end();
    std::optional<std::string> field();
    std::string quoted_field();
    void append(std::string& text, int byte);
    void check_text(const std::string& text) const;
    [[noreturn]] void fail(const std::string& what) const;

    std::string name_;
    char terminator_;
    std::ifstream stream_;
    std::string block_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

} // namespace lintas::query
