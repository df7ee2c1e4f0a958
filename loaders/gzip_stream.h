// Reads gzip data through zlib, which unlike libarchive compares the checksum at the end.
//
// Invariant: several gzip members one after another read as one stream; data that end before
// their end, or whose checksum differs, are an Input error.
#pragma once

#include "loaders/byte_stream.h"

#include <memory>
#include <string>
#include <string_view>

namespace lintas::loaders {

bool is_gzip(std::string_view bytes);

// `name` is what errors call the data.
std::unique_ptr<ByteStream> open_gzip(SharedBytes bytes, std::string name);

} // namespace lintas::loaders
