#include "graph/lmdb/writer_lock.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

namespace lintas::lmdb {

WriterLock::WriterLock(const std::filesystem::path& store)
    : descriptor_{::open(store.c_str(), O_RDONLY | O_CLOEXEC)} {
    const auto refuse = [&store](const std::string& why) {
        throw Error{ErrorCode::Storage,
                    fmt::format("Cannot write to the store `{}`: {}", store.string(), why)};
    };
    if (descriptor_.get() < 0) refuse(system_reason());
    if (::flock(descriptor_.get(), LOCK_EX | LOCK_NB) == 0) return;
    refuse(errno == EWOULDBLOCK ? "another process writes to it or replaces it; reading is possible"
                                : system_reason());
}

} // namespace lintas::lmdb
