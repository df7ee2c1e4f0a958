#include "graph/lmdb/log_file.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lintas::lmdb {

namespace {

// Zeros are written ahead, so that a commit changes neither the file's size nor its list of blocks:
// then the disk has one thing to do for it.
constexpr std::size_t reserved_step = std::size_t{1} << 20;

std::string reason() {
    if (errno == ENOSPC || errno == EIO || errno == EDQUOT) return "the disk is full, or it failed";
    return system_reason();
}

[[noreturn]] void refuse_log_file(const std::filesystem::path& path, const char* what) {
    throw Error{ErrorCode::Storage,
                fmt::format("Cannot {} the log `{}`: {}", what, path.string(), reason())};
}

void sync_folder_of(const std::filesystem::path& path) {
    const Descriptor folder{::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.get() < 0 || ::fsync(folder.get()) != 0) refuse_log_file(path, "write");
}

} // namespace

std::filesystem::path log_path_of(const std::filesystem::path& store) {
    return resolved(store).string() + "-log";
}

Bytes read_log_file(const std::filesystem::path& path) {
    const Descriptor descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (descriptor.get() < 0) {
        if (errno == ENOENT) return {};
        refuse_log_file(path, "read");
    }
    struct stat status {};
    if (::fstat(descriptor.get(), &status) != 0) refuse_log_file(path, "read");
    Bytes bytes(static_cast<std::size_t>(status.st_size));
    for (std::size_t at = 0; at < bytes.size();) {
        const auto count =
            ::pread(descriptor.get(), bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) refuse_log_file(path, "read");
        if (count == 0) bytes.resize(at);
        at += static_cast<std::size_t>(count);
    }
    return bytes;
}

LogFile::LogFile(std::filesystem::path path, LogHeader header, std::size_t end)
    : path_{std::move(path)}, header_{std::move(header)},
      descriptor_{::open(path_.c_str(), O_RDWR | O_CLOEXEC)}, end_{end}, reserved_{end} {
    if (descriptor_.get() < 0) refuse_log_file(path_, "write");
    repair();
}

LogFile LogFile::create(const std::filesystem::path& path, const LogHeader& header,
                        const std::vector<Commit>& commits) {
    const auto made = path.string() + ".new";
    const Descriptor descriptor{::open(made.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
    if (descriptor.get() < 0) refuse_log_file(path, "write");
    auto bytes = encode_log_header(header);
    std::vector<Bytes> records;
    for (const auto& commit : commits)
        records.emplace_back(commit.record.begin(), commit.record.end());
    if (!records.empty()) {
        const auto frame = encode_frame(header.uuid, header.first_lsn, records);
        bytes.insert(bytes.end(), frame.begin(), frame.end());
    }
    const auto written = ::pwrite(descriptor.get(), bytes.data(), bytes.size(), 0);
    if (written != static_cast<ssize_t>(bytes.size()) || ::fsync(descriptor.get()) != 0)
        refuse_log_file(path, "write");
    if (::rename(made.c_str(), path.c_str()) != 0) refuse_log_file(path, "write");
    sync_folder_of(path);
    return LogFile{path, header, bytes.size()};
}

void LogFile::append(std::uint64_t first_lsn, const std::vector<Bytes>& records) {
    const auto frame = encode_frame(header_.uuid, first_lsn, records);
    try {
        reserve(end_ + frame.size());
        write(frame, end_);
        sync();
    } catch (...) {
        give_up();
        throw;
    }
    end_ += frame.size();
}

void LogFile::repair() {
    if (::ftruncate(descriptor_.get(), static_cast<off_t>(end_)) != 0) fail("write");
    reserved_ = end_;
    sync();
}

void LogFile::reserve(std::size_t end) {
    if (end <= reserved_) return;
    const auto size = (end / reserved_step + 1) * reserved_step;
    write(Bytes(size - reserved_), reserved_);
    reserved_ = size;
}

void LogFile::write(ByteView bytes, std::size_t at) const {
    while (!bytes.empty()) {
        const auto count =
            ::pwrite(descriptor_.get(), bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) fail("write");
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        at += static_cast<std::size_t>(count);
    }
}

// A file that nobody can find any more keeps nothing.
void LogFile::sync() const {
    if (::fdatasync(descriptor_.get()) != 0) fail("write");
    struct stat status {};
    if (::fstat(descriptor_.get(), &status) != 0) fail("write");
    if (status.st_nlink == 0)
        throw Error{ErrorCode::Storage,
                    fmt::format("Cannot write the log `{}`: somebody removed it", path_.string())};
}

// What was written must not be found by the next who opens the file; two ways, since one may fail.
void LogFile::give_up() const noexcept {
    const std::array<std::byte, frame_header_size> zeros{};
    const auto written =
        ::pwrite(descriptor_.get(), zeros.data(), zeros.size(), static_cast<off_t>(end_));
    const auto cut = ::ftruncate(descriptor_.get(), static_cast<off_t>(end_));
    if (written > 0 || cut == 0) ::fdatasync(descriptor_.get());
}

void LogFile::fail(const char* what) const { refuse_log_file(path_, what); }

} // namespace lintas::lmdb
