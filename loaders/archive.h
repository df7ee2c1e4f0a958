// Zip archives and zstd data through libarchive; only archive.cpp knows that library.
//
// Invariant: an archive that is cut short anywhere, also in its table of contents, is an Input
// error, as is an entry whose checksum differs.
#pragma once

#include "loaders/byte_stream.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

bool is_zip(std::string_view bytes);
bool is_zstd(std::string_view bytes);

struct ZipEntry {
    std::string name;
    std::uint64_t size = 0; // uncompressed bytes, 0 if the archive does not say
};

// The regular files of a zip archive. `name` is what errors call the archive.
std::vector<ZipEntry> zip_entries(const SharedBytes& archive, const std::string& name);

// The bytes of one file of a zip archive. Input error if there is no such file.
std::unique_ptr<ByteStream> open_zip_entry(SharedBytes archive, std::string name,
                                           std::string entry);

std::unique_ptr<ByteStream> open_zstd(SharedBytes bytes, std::string name);

} // namespace lintas::loaders
