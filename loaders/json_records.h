// Reads the records of a JSON file one at a time: the items of one array, or values one after
// another, as in JSON lines.
//
// Invariant: no more than one record is in memory. What is not JSON, or ends too early, is an
// Input error that names the record and the byte.
#pragma once

#include "loaders/byte_stream.h"
#include "loaders/json.h"

#include <cstdint>
#include <memory>
#include <string>

namespace lintas::loaders {

class JsonRecords {
public:
    // `name` is what errors call the file.
    JsonRecords(std::unique_ptr<ByteStream> stream, std::string name);
    ~JsonRecords();

    // False at the end.
    bool next(Json& record);

    // How many records were read.
    std::uint64_t count() const { return count_; }
    // See ByteStream::position().
    std::uint64_t position() const;

private:
    class Text;

    // Moves to the next record, or says that there is none.
    bool find_record();
    bool begin();
    [[noreturn]] void fail(std::string_view what) const;

    std::unique_ptr<Text> text_;
    std::string name_;
    std::uint64_t count_ = 0;
    bool begun_ = false;
    bool in_array_ = false;
};

} // namespace lintas::loaders
