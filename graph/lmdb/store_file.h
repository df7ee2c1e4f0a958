// The file of a store on its disk: what kind of file a path is, locks between processes, and the
// file's bytes before LMDB sees them.
#pragma once

#include "graph/lmdb/bytes.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>

namespace lintas::lmdb {

// A descriptor that is closed with its owner. Empty: -1.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int descriptor) : descriptor_{descriptor} {}
    Descriptor(Descriptor&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~Descriptor();

    int get() const { return descriptor_; }

private:
    int descriptor_ = -1;
};

// Names a file whatever its path: device and inode.
using FileIdentity = std::pair<std::uint64_t, std::uint64_t>;

FileIdentity identity_of(int descriptor);

// The folder that holds a file: "." for a bare name.
std::filesystem::path folder_of(const std::filesystem::path& file);

// What a path leads to, through links; the path itself if there is nothing.
std::filesystem::path resolved(const std::filesystem::path& path);

// Has the file no permission to write for anybody? Then not even root writes to it: so is a
// snapshot kept.
bool is_write_protected(const std::filesystem::path& file);

// Throws Storage if the file or folder lies on a network file system, where LMDB's locks and maps
// do not hold.
void refuse_network_file_system(const std::filesystem::path& path);

// Keeps others from putting a new store in place (shared) or from opening the one there
// (exclusive), as long as it lives. A folder that cannot be opened is not locked.
class FolderLock {
public:
    enum class Kind { Shared, Exclusive };
    FolderLock() = default; // locks nothing
    FolderLock(const std::filesystem::path& folder, Kind kind);

private:
    Descriptor folder_;
};

// A file's bytes, mapped for reading; empty for an empty file.
class MappedFile {
public:
    // Throws Storage, with a sentence for each case, if there is no file, if it is a folder or no
    // regular file, or if it may not be read.
    explicit MappedFile(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    ByteView bytes() const { return bytes_; }
    FileIdentity identity() const { return identity_of(descriptor_.get()); }

private:
    Descriptor descriptor_;
    ByteView bytes_;
};

// errno as words.
std::string system_reason();

} // namespace lintas::lmdb
