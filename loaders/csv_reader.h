// Cuts CSV text into records and fields (RFC 4180, any delimiter; lines end with LF, CRLF or CR;
// a byte order mark at the front is skipped; empty lines are skipped).
//
// Invariant: the text of a field lives as long as the owners that take_owners() hands out; a field
// without doubled quotes is a view into the input itself.
#pragma once

#include "loaders/byte_stream.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

struct CsvField {
    std::string_view text; // without the quotes around it, doubled quotes made single
    bool quoted = false;
};

enum class CsvFault {
    None,
    OpenQuote,      // a quoted field has no end
    TextAfterQuote, // a quoted field is followed by something else than a delimiter
};

struct CsvRecord {
    std::uint64_t line = 0; // of its first character, from 1
    std::vector<CsvField> fields;
    CsvFault fault = CsvFault::None; // the fields before the faulty one are there
};

class CsvReader {
public:
    CsvReader(std::unique_ptr<ByteStream> stream, char delimiter);

    // False at the end. After a fault the next record begins on the next line.
    bool next(CsvRecord& record);

    std::uint64_t position() const;
    // What keeps the text of all records since the last call alive.
    std::vector<std::shared_ptr<const void>> take_owners();

private:
    bool skip_empty_lines();
    bool cut(CsvRecord& record);
    // These move at_ to the field's end; false when the text at hand ends before it.
    bool cut_field(CsvRecord& record);
    bool cut_quoted(CsvRecord& record);
    bool cut_doubled_quotes(CsvRecord& record, std::size_t begin, std::size_t first_quote);
    bool end_quoted(CsvRecord& record, std::string_view text, std::size_t after);
    void end_line();
    void skip_line();
    bool refill();

    std::unique_ptr<ByteStream> stream_;
    char delimiter_;
    std::array<bool, 256> ends_field_{};
    std::string_view text_; // the bytes at hand
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    bool last_ = false; // no bytes follow those at hand
    bool mapped_ = false;
    std::shared_ptr<const void> owner_;
    std::shared_ptr<std::deque<std::string>> unquoted_;
    std::vector<std::shared_ptr<const void>> owners_;
};

// What is wrong with a record, as the end of a sentence.
std::string_view describe(CsvFault fault);

} // namespace lintas::loaders
