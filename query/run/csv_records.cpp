#include "query/run/csv_records.h"

#include "graph/error.h"
#include "query/syntax/unicode.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

constexpr std::size_t block_bytes = 64 << 10;
constexpr std::size_t longest_field = 16 << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace

CsvRecords::CsvRecords(const std::filesystem::path& file, std::string name, char terminator)
    : name_{std::move(name)}, terminator_{terminator}, stream_{file, std::ios::binary} {
    if (!stream_) throw Error{ErrorCode::Input, fmt::format("`{}` cannot be read", name_)};
    peek();
    if (block_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
}

void CsvRecords::fail(const std::string& what) const {
    throw Error{ErrorCode::Input, fmt::format("Line {} of `{}`: {}", line_, name_, what)};
}

int CsvRecords::peek() {
    if (at_ == block_.size()) {
        block_.resize(block_bytes);
        stream_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
        block_.resize(static_cast<std::size_t>(stream_.gcount()));
        at_ = 0;
        if (stream_.bad()) fail("cannot be read");
        if (block_.empty()) return end_of_file;
    }
    return static_cast<unsigned char>(block_[at_]);
}

int CsvRecords::take() {
    const auto byte = peek();
    if (byte != end_of_file) ++at_;
    return byte;
}

// \n, \r\n or \r.
bool CsvRecords::skip_line_end() {
    const auto byte = peek();
    if (byte != '\n' && byte != '\r') return false;
    take();
    if (byte == '\r' && peek() == '\n') take();
    ++line_;
    return true;
}

void CsvRecords::append(std::string& text, int byte) {
    if (text.size() == longest_field)
        fail(fmt::format("a field is longer than {} bytes; is a quote not closed", longest_field));
    text += static_cast<char>(byte);
}

void CsvRecords::check_text(const std::string& text) const {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = syntax::decode(text, at);
        if (!character) fail("the text is not UTF-8");
        at += character->size;
    }
}

std::string CsvRecords::quoted_field() {
    std::string text;
    take();
    for (;;) {
        const auto byte = take();
        if (byte == end_of_file) fail("a quoted field does not end");
        if (byte == '"') {
            if (peek() != '"') break;
            take();
        } else if (byte == '\n' || (byte == '\r' && peek() != '\n')) {
            ++line_;
        }
        append(text, byte);
    }
    const auto next = peek();
    const auto ends = next == terminator_ || next == '\n' || next == '\r' || next == end_of_file;
    if (!ends) fail("there is more behind the closing quote of a field");
    return text;
}

std::optional<std::string> CsvRecords::field() {
    if (peek() == '"') {
        auto text = quoted_field();
        check_text(text);
        return text;
    }
    std::string text;
    for (auto byte = peek();
         byte != end_of_file && byte != '\n' && byte != '\r' && byte != terminator_; byte = peek())
        append(text, take());
    if (text.empty()) return {};
    check_text(text);
    return text;
}

bool CsvRecords::next(CsvRecord& record) {
    record.clear();
    while (skip_line_end()) {
    }
    if (peek() == end_of_file) return false;
    record.push_back(field());
    while (peek() == terminator_) {
        take();
        record.push_back(field());
    }
    skip_line_end();
    return true;
}

} // namespace lintas::query
