#include "datasets/csv_file.h"

#include "graph/error.h"

#include <fmt/format.h>

namespace lintas::datasets {

namespace {

constexpr std::size_t buffer_size = 1 << 18;

constexpr std::string_view quoted = ",\"\r\n";
constexpr std::string_view quoted_in_any_text = ",;|\t\"\r\n";

void append_field(std::string& line, std::string_view field, std::string_view special) {
    if (!field.empty() && field.find_first_of(special) == field.npos) {
        line += field;
        return;
    }
    line += '"';
    for (const char character : field) line.append(character == '"' ? 2 : 1, character);
    line += '"';
}

} // namespace

CsvFile::CsvFile(std::filesystem::path path)
    : path_{std::move(path)}, file_{path_, std::ios::binary | std::ios::trunc} {
    if (!file_) fail();
}

CsvFile::CsvFile(std::filesystem::path path, std::string_view header, std::string ending)
    : CsvFile{std::move(path)} {
    ending_ = std::move(ending);
    buffer_ = header;
    buffer_ += '\n';
}

void CsvFile::add(std::initializer_list<std::string_view> fields) {
    for (const auto& field : fields) {
        if (&field != fields.begin()) buffer_ += ',';
        if (!field.empty()) append_field(buffer_, field, quoted);
    }
    end_record();
}

void CsvFile::add(std::span<const std::optional<std::string>> fields) {
    for (const auto& field : fields) {
        if (&field != fields.data()) buffer_ += ',';
        if (field) append_field(buffer_, *field, quoted_in_any_text);
    }
    end_record();
}

void CsvFile::end_record() {
    ++records_;
    buffer_ += ending_;
    buffer_ += '\n';
    if (buffer_.size() >= buffer_size) write();
}

void CsvFile::close() {
    write();
    file_.close();
    if (!file_) fail();
}

void CsvFile::write() {
    file_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (!file_) fail();
    buffer_.clear();
}

void CsvFile::fail() const {
    throw Error{ErrorCode::Storage, fmt::format("The file `{}` cannot be written", path_.string())};
}

} // namespace lintas::datasets
