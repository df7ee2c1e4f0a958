// One file to load: a file of its own or one in a zip archive.
//
// Invariant: an Input is a name only; open() may be called again and begins from the front.
#pragma once

#include "loaders/byte_stream.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

struct Input {
    std::filesystem::path path;
    std::string entry;      // the file's name in the archive at `path`; empty: `path` itself
    std::uint64_t size = 0; // what ByteStream::position() reaches at the end, for progress

    // What messages call it: the path, and after `:` the file in the archive.
    std::string name() const;
    // The file's own name without folders and without `.gz`, `.zst`.
    std::string file_name() const;
    std::unique_ptr<ByteStream> open() const;
};

// The files behind a path: the file, all files of a zip archive, or those of a folder (not of its
// subfolders; hidden ones left out) in the order of their names. Input error if nothing is there.
std::vector<Input> expand(const std::filesystem::path& path);

// Up to `size` bytes from the front, decompressed, without a UTF-8 byte order mark.
std::string head(const Input& input, std::size_t size);

} // namespace lintas::loaders
