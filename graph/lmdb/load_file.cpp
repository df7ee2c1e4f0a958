#include "graph/lmdb/load_file.h"

#include "graph/error.h"
#include "graph/lmdb/log_file.h"
#include "graph/lmdb/page_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lintas::lmdb {

namespace {

[[noreturn]] void refuse_load(const std::filesystem::path& store, const std::string& why) {
    throw Error{ErrorCode::Storage, fmt::format("Cannot load into `{}`: {}", store.string(), why)};
}

// Beside a store lie files that belong to it; a store of their name would ruin it.
void expect_name_of_its_own(const std::filesystem::path& store) {
    const auto text = store.string();
    for (const std::string_view ending : {"-log", "-lock", ".loading"}) {
        if (!text.ends_with(ending)) continue;
        const auto other = text.substr(0, text.size() - ending.size());
        if (std::filesystem::exists(other))
            refuse_load(store,
                        fmt::format("that is the name of a file that belongs to `{}`", other));
    }
}

// Only a store, or nothing, is replaced: a mistyped path costs nobody a file.
void expect_replaceable(const std::filesystem::path& store) {
    struct stat status {};
    if (::stat(store.c_str(), &status) != 0) return;
    if (S_ISDIR(status.st_mode)) refuse_load(store, "it is a folder, and a store is one file");
    if (is_write_protected(store)) refuse_load(store, "the file there is for reading only");
    const MappedFile mapped{store};
    if (!mapped.bytes().empty() && !PageFile{mapped.bytes()}.looks_like_lmdb())
        refuse_load(store, "there is a file that is not a store of lintas; it stays as it is");
}

bool is_same_file(int descriptor, const std::filesystem::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 &&
           identity_of(descriptor) == FileIdentity{status.st_dev, status.st_ino};
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (descriptor.get() >= 0) ::fsync(descriptor.get());
}

} // namespace

std::filesystem::path load_path_of(const std::filesystem::path& store) {
    return resolved(store).string() + ".loading";
}

LoadFile::LoadFile(const std::filesystem::path& store) : LoadFile{store, Created{}} {
    struct stat old {};
    if (::stat(store_.c_str(), &old) == 0 && old.st_size > 0) no_writer_.emplace(store_);
}

LoadFile::LoadFile(const std::filesystem::path& store, Created)
    // A link stays a link: what it points to is replaced.
    : store_{resolved(store)}, path_{load_path_of(store_)} {
    if (store.empty()) refuse_load(store, "the path is empty");
    refuse_network_file_system(folder_of(store_));
    expect_name_of_its_own(store_);
    expect_replaceable(store_);
    create();
}

void LoadFile::create() {
    // Until the locked file is still the one of that name: another load may have just ended.
    while (true) {
        descriptor_ = Descriptor{::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)};
        if (descriptor_.get() < 0)
            refuse_load(store_, errno == ENOENT ? "there is no such folder" : system_reason());
        if (::flock(descriptor_.get(), LOCK_EX | LOCK_NB) != 0)
            refuse_load(store_, "another load of this store is running");
        if (is_same_file(descriptor_.get(), path_)) break;
    }
    if (::ftruncate(descriptor_.get(), 0) != 0) refuse_load(store_, system_reason());
}

LoadFile::~LoadFile() {
    if (!is_published_ && descriptor_.get() >= 0) ::unlink(path_.c_str());
}

void LoadFile::publish() {
    struct stat old {};
    if (::stat(store_.c_str(), &old) == 0) ::fchmod(descriptor_.get(), old.st_mode & 07777);
    if (::fsync(descriptor_.get()) != 0) refuse_load(store_, system_reason());
    const FolderLock lock{folder_of(store_), FolderLock::Kind::Exclusive};
    // LMDB's lock file speaks of the old store's transactions. Whoever has that store open keeps
    // both of its files; whoever comes next makes a new lock file for the new store.
    ::unlink((store_.string() + "-lock").c_str());
    if (::rename(path_.c_str(), store_.c_str()) != 0) refuse_load(store_, system_reason());
    is_published_ = true;
    // Until it is gone, nobody takes it for the new store's, which says that it has no log.
    ::unlink(log_path_of(store_).c_str());
    sync_folder(folder_of(store_));
    // The lock was on what is the store now, which may be written to.
    descriptor_ = Descriptor{};
    no_writer_.reset();
}

} // namespace lintas::lmdb
