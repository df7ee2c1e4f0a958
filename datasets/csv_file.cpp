#include "datasets/csv_file.h"

#include "graph/error.h"

#include <fmt/format.h>

namespace lintas::datasets {

namespace {

constexpr std::size_t buffer_size = 1 << 18;

void append_field(std::string& line, std::string_view field) {
    if (field.find_first_of(",\"\r\n") == field.npos) {
        line += field;
        return;
    }
    line += '"';
    for (const char character : field) line.append(character == '"' ? 2 : 1, character);
    line += '"';
}

} // namespace

CsvFile::CsvFile(std::filesystem::path path, std::string_view header, std::string ending)
    : path_{std::move(path)}, file_{path_, std::ios::binary | std::ios::trunc}, ending_{std::move(
                                                                                    ending)} {
    if (!file_) fail();
    buffer_ = header;
    buffer_ += '\n';
}

void CsvFile::add(std::initializer_list<std::string_view> fields) {
    ++records_;
    for (const auto& field : fields) {
        if (&field != fields.begin()) buffer_ += ',';
        append_field(buffer_, field);
    }
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
