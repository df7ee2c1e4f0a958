#include "graph/lmdb/store_file.h"

#include "graph/error.h"
#include "graph/lmdb/network_file_systems.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <system_error>
#include <unistd.h>

namespace lintas::lmdb {

namespace {

[[noreturn]] void refuse_store(const std::filesystem::path& file, const std::string& why) {
    throw Error{ErrorCode::Storage,
                fmt::format("Cannot open the store `{}`: {}", file.string(), why)};
}

std::string open_failure() {
    if (errno == ENOENT) return "there is no such file";
    if (errno == EACCES) return "permission is denied";
    return system_reason();
}

void expect_regular(const std::filesystem::path& file, mode_t mode) {
    if (S_ISDIR(mode)) refuse_store(file, "it is a folder, and a store is one file");
    if (!S_ISREG(mode)) refuse_store(file, "it is not a regular file");
}

} // namespace

Descriptor::~Descriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::string system_reason() { return std::generic_category().message(errno); }

FileIdentity identity_of(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        throw Error{ErrorCode::Storage, "Cannot look at the store's file: " + system_reason()};
    return {status.st_dev, status.st_ino};
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
    const auto parent = file.parent_path();
    return parent.empty() ? std::filesystem::path{"."} : parent;
}

std::filesystem::path resolved(const std::filesystem::path& path) {
    std::error_code ignored;
    auto target = std::filesystem::canonical(path, ignored);
    return target.empty() ? path : target;
}

bool is_write_protected(const std::filesystem::path& file) {
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 &&
           (status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0;
}

void refuse_network_file_system(const std::filesystem::path& path) {
    struct statfs status {};
    if (::statfs(path.c_str(), &status) != 0) return;
    const auto magic = static_cast<unsigned long>(status.f_type) & 0xFFFFFFFFUL;
    std::string name{network_file_system(magic)};
    if (is_fuse(magic)) {
        std::ifstream mounts{"/proc/self/mountinfo"};
        name = network_fuse_type(mounts, std::filesystem::absolute(path)).value_or("");
    }
    if (!name.empty())
        refuse_store(path,
                     fmt::format("it lies on a network file system ({}), where locks and maps do "
                                 "not hold; put it on a local disk",
                                 name));
}

FolderLock::FolderLock(const std::filesystem::path& folder, Kind kind)
    : folder_{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)} {
    if (folder_.get() < 0) return;
    const int operation = kind == Kind::Shared ? LOCK_SH : LOCK_EX;
    while (::flock(folder_.get(), operation) != 0 && errno == EINTR) {
    }
}

MappedFile::MappedFile(const std::filesystem::path& file) {
    // Looked at before it is opened: opening a pipe would wait for its other end.
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) refuse_store(file, open_failure());
    expect_regular(file, status.st_mode);
    descriptor_ = Descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (descriptor_.get() < 0) refuse_store(file, open_failure());
    if (::fstat(descriptor_.get(), &status) != 0) refuse_store(file, system_reason());
    if (status.st_size == 0) return;
    const auto size = static_cast<std::size_t>(status.st_size);
    auto* mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor_.get(), 0);
    if (mapped == MAP_FAILED) refuse_store(file, system_reason());
    bytes_ = {static_cast<const std::byte*>(mapped), size};
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

} // namespace lintas::lmdb
