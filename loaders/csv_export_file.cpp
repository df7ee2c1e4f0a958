#include "loaders/csv_export_file.h"

#include "graph/error.h"

#include <fmt/format.h>

namespace lintas::loaders {

namespace {

constexpr std::size_t buffer_size = 1 << 18;

// The other delimiters too, since a reader finds out which one cuts a file best.
void append_field(std::string& line, const std::string& field) {
    if (!field.empty() && field.find_first_of(",;|\t\"\r\n") == field.npos) {
        line += field;
        return;
    }
    line += '"';
    for (const char character : field) line.append(character == '"' ? 2 : 1, character);
    line += '"';
}

} // namespace

CsvExportFile::CsvExportFile(std::filesystem::path path)
    : path_{std::move(path)}, file_{path_, std::ios::binary | std::ios::trunc} {
    if (!file_) fail();
}

void CsvExportFile::add(std::span<const std::optional<std::string>> fields) {
    for (const auto& field : fields) {
        if (&field != fields.data()) buffer_ += ',';
        if (field) append_field(buffer_, *field);
    }
    buffer_ += '\n';
    if (buffer_.size() >= buffer_size) write();
}

void CsvExportFile::close() {
    write();
    file_.close();
    if (!file_) fail();
}

void CsvExportFile::write() {
    file_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (!file_) fail();
    buffer_.clear();
}

void CsvExportFile::fail() const {
    throw Error{ErrorCode::Storage, fmt::format("The file `{}` cannot be written", path_.string())};
}

} // namespace lintas::loaders
