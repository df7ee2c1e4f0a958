#include "graph/lmdb/open_files.h"

#include <condition_variable>
#include <map>
#include <mutex>

namespace lintas::lmdb {

namespace {

class OpenFiles {
public:
    std::shared_ptr<LiveStore> open(const std::filesystem::path& path, std::size_t map_bytes) {
        const auto identity = MappedFile{path}.identity();
        std::unique_lock lock{mutex_};
        while (true) {
            const auto found = files_.find(identity);
            if (found == files_.end()) break;
            if (auto store = found->second.lock()) return store;
            // Its last owner is about to close it.
            closed_.wait(lock);
        }
        return open_new(path, map_bytes);
    }

private:
    // Opening happens under the lock, so that no two threads open the same file.
    std::shared_ptr<LiveStore> open_new(const std::filesystem::path& path, std::size_t map_bytes) {
        auto opened = std::make_unique<LiveStore>(path, map_bytes);
        const auto identity = opened->file();
        std::shared_ptr<LiveStore> store{opened.release(),
                                         [this](const LiveStore* closing) { close(closing); }};
        files_[identity] = store;
        return store;
    }
    void close(const LiveStore* store) {
        const auto identity = store->file();
        delete store;
        {
            const std::lock_guard lock{mutex_};
            files_.erase(identity);
        }
        closed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable closed_;
    std::map<FileIdentity, std::weak_ptr<LiveStore>> files_;
};

} // namespace

std::shared_ptr<LiveStore> open_shared(const std::filesystem::path& path, std::size_t map_bytes) {
    // Never destroyed: snapshots may outlive every static object.
    static auto& files = *new OpenFiles;
    return files.open(path, map_bytes);
}

} // namespace lintas::lmdb
