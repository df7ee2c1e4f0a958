// Cuts text into lines, which end with LF, CRLF or CR; a byte order mark at the front is skipped.
//
// Invariant: a line lives until the next call. Lines are counted from 1.
#pragma once

#include "loaders/byte_stream.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace lintas::loaders {

class LineReader {
public:
    explicit LineReader(std::unique_ptr<ByteStream> stream) : stream_{std::move(stream)} {}

    // Without its end. False when there is no further line.
    bool next(std::string_view& line);

    // The number of the line that was given last.
    std::uint64_t line() const { return line_; }
    // See ByteStream::position().
    std::uint64_t position() const { return stream_->position(); }

private:
    bool refill();

    std::unique_ptr<ByteStream> stream_;
    std::string text_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 0;
    bool is_last_ = false; // no bytes follow those at hand
};

} // namespace lintas::loaders
