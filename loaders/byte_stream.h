// The bytes of one input, front to back, decompressed.
//
// Invariant: read() gives every byte once and in order. What is cut short or damaged ends in an
// Input error, never in a silent early end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

namespace lintas::loaders {

// Bytes and what keeps them alive.
struct SharedBytes {
    std::string_view bytes;
    std::shared_ptr<const void> owner;
};

class ByteStream {
public:
    virtual ~ByteStream() = default;

    // Fills up to `size` bytes; 0 only at the end.
    virtual std::size_t read(char* into, std::size_t size) = 0;
    // All bytes at once where they lie in memory already. Given at most once and before read().
    virtual std::optional<SharedBytes> whole() { return std::nullopt; }
    // How far the reading is, out of Input::size: bytes of the file, compressed ones where it is
    // compressed; uncompressed ones of a file in an archive.
    virtual std::uint64_t position() const = 0;
};

// Maps a file into memory; reads what cannot be mapped (a pipe). Input error if it cannot be read.
SharedBytes map_file(const std::filesystem::path& path);

// Opens a file that is plain, gzip or zstd, by what its first bytes say.
std::unique_ptr<ByteStream> open_file(const std::filesystem::path& path);

// Bytes that lie in memory as a stream.
std::unique_ptr<ByteStream> open_bytes(SharedBytes bytes);

} // namespace lintas::loaders
