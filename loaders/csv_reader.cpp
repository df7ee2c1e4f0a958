#include "loaders/csv_reader.h"

#include "loaders/utf8.h"

#include <algorithm>

namespace lintas::loaders {
namespace {

constexpr std::size_t piece = std::size_t{4} << 20; // bytes decompressed at a time

// Line ends: a CRLF is one.
std::uint64_t count_lines(std::string_view text) {
    std::uint64_t lines = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n' && (at == 0 || text[at - 1] != '\r')) ++lines;
        if (text[at] == '\r') ++lines;
    }
    return lines;
}

} // namespace

CsvReader::CsvReader(std::unique_ptr<ByteStream> stream, char delimiter)
    : stream_{std::move(stream)},
      delimiter_{delimiter}, unquoted_{std::make_shared<std::deque<std::string>>()} {
    for (const char end : {delimiter, '\n', '\r'}) {
        ends_field_[static_cast<unsigned char>(end)] = true;
    }
    if (auto all = stream_->whole()) {
        text_ = all->bytes;
        owner_ = std::move(all->owner);
        last_ = true;
        mapped_ = true;
    } else {
        refill();
    }
    if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
}

std::uint64_t CsvReader::position() const { return mapped_ ? at_ : stream_->position(); }

std::vector<std::shared_ptr<const void>> CsvReader::take_owners() {
    auto owners = std::move(owners_);
    owners_.clear();
    if (owner_ != nullptr) owners.push_back(owner_);
    if (!unquoted_->empty()) {
        owners.push_back(unquoted_);
        unquoted_ = std::make_shared<std::deque<std::string>>();
    }
    return owners;
}

// Puts what is left of the bytes at hand before the next ones. False when there are none.
bool CsvReader::refill() {
    if (last_) return false;
    const auto rest = text_.substr(at_);
    auto buffer = std::make_shared<std::string>();
    buffer->resize(rest.size() + std::max(piece, rest.size()));
    rest.copy(buffer->data(), rest.size());
    std::size_t filled = rest.size();
    while (filled < buffer->size()) {
        const auto count = stream_->read(buffer->data() + filled, buffer->size() - filled);
        if (count == 0) {
            last_ = true;
            break;
        }
        filled += count;
    }
    if (owner_ != nullptr) owners_.push_back(std::move(owner_));
    text_ = std::string_view{*buffer}.substr(0, filled);
    owner_ = std::move(buffer);
    at_ = 0;
    return true;
}

bool CsvReader::next(CsvRecord& record) {
    if (!skip_empty_lines()) return false;
    while (true) {
        const auto begin = at_;
        record.line = line_;
        record.fields.clear();
        record.fault = CsvFault::None;
        if (cut(record)) return true;
        at_ = begin;
        line_ = record.line;
        refill();
    }
}

bool CsvReader::skip_empty_lines() {
    while (true) {
        while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) end_line();
        if (at_ < text_.size()) return true;
        if (!refill() || text_.empty()) return false;
    }
}

// Moves over one line end. A CR at the end of the bytes at hand may be half of a CRLF.
void CsvReader::end_line() {
    if (text_[at_] == '\r' && at_ + 1 == text_.size()) refill();
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

bool CsvReader::cut(CsvRecord& record) {
    while (true) {
        if (!cut_field(record)) return false;
        if (record.fault != CsvFault::None) {
            skip_line();
            return true;
        }
        if (at_ == text_.size()) return true;      // only at the very end
        if (text_[at_] != delimiter_) return true; // the line end is skipped by the next call
        ++at_;
    }
}

bool CsvReader::cut_field(CsvRecord& record) {
    if (at_ < text_.size() && text_[at_] == '"') return cut_quoted(record);
    const char* const begin = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    const char* here = begin;
    while (here != end && !ends_field_[static_cast<unsigned char>(*here)]) ++here;
    if (here == end && !last_) return false;
    at_ = static_cast<std::size_t>(here - text_.data());
    record.fields.push_back({{begin, static_cast<std::size_t>(here - begin)}, false});
    return true;
}

bool CsvReader::cut_quoted(CsvRecord& record) {
    const auto begin = at_ + 1;
    const auto quote = text_.find('"', begin);
    if (quote == std::string_view::npos || quote + 1 == text_.size()) {
        if (!last_) return false;
        if (quote == std::string_view::npos) {
            record.fault = CsvFault::OpenQuote;
            return true;
        }
    } else if (text_[quote + 1] == '"') {
        return cut_doubled_quotes(record, begin, quote);
    }
    return end_quoted(record, text_.substr(begin, quote - begin), quote + 1);
}

bool CsvReader::cut_doubled_quotes(CsvRecord& record, std::size_t begin, std::size_t quote) {
    std::string text;
    while (quote != std::string_view::npos && quote + 1 < text_.size() && text_[quote + 1] == '"') {
        text += text_.substr(begin, quote + 1 - begin);
        begin = quote + 2;
        quote = text_.find('"', begin);
    }
    if (quote == std::string_view::npos || quote + 1 == text_.size()) {
        if (!last_) return false;
        if (quote == std::string_view::npos) {
            record.fault = CsvFault::OpenQuote;
            return true;
        }
    }
    text += text_.substr(begin, quote - begin);
    return end_quoted(record, unquoted_->emplace_back(std::move(text)), quote + 1);
}

bool CsvReader::end_quoted(CsvRecord& record, std::string_view text, std::size_t after) {
    if (after < text_.size() && !ends_field_[static_cast<unsigned char>(text_[after])]) {
        record.fault = CsvFault::TextAfterQuote;
        return true;
    }
    line_ += count_lines(text);
    at_ = after;
    record.fields.push_back({text, true});
    return true;
}

// To the end of the line that at_ lies in.
void CsvReader::skip_line() {
    while (true) {
        while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
        if (at_ < text_.size() || !refill()) return;
    }
}

std::string_view describe(CsvFault fault) {
    switch (fault) {
    case CsvFault::None: return "nothing is wrong";
    case CsvFault::OpenQuote: return "a quoted field has no closing quote";
    case CsvFault::TextAfterQuote:
        return "a closing quote is followed by text, where a delimiter or the end of the line is "
               "allowed";
    }
    return "";
}

} // namespace lintas::loaders
