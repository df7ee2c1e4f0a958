#include "graph/lmdb/writer_lock.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace lintas::lmdb {

WriterLock::WriterLock(const std::filesystem::path& store)
    : descriptor_{::open(store.c_str(), O_RDONLY | O_CLOEXEC)} {
    const auto refuse = [&store](const std::string& why) {
        throw Error{ErrorCode::Storage,
                    fmt::format("Cannot write to the store `{}`: {}", store.string(), why)};
    };
    if (descriptor_.get() < 0) refuse(system_reason());
    struct stat status {};
    if (::fstat(descriptor_.get(), &status) != 0) refuse(system_reason());
    // The log lies beside one name; under another, somebody would miss it.
    if (status.st_nlink > 1) refuse("the file has a second name (a hard link)");
    if (::flock(descriptor_.get(), LOCK_EX | LOCK_NB) == 0) return;
    refuse(errno == EWOULDBLOCK ? "another process writes to it; reading is possible meanwhile"
                                : system_reason());
}

} // namespace lintas::lmdb
