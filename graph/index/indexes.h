// The contents of a store's indexes: built when first asked for, and kept.
//
// Invariant: thread-safe. Contents are derived from committed states only, and belong to what an
// index is about, not to its name: so a definition may come and go without a trace. Small indexes
// are built at once, large ones on a thread of their own while queries go on without them.
#pragma once

#include "graph/index/index_content.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace lintas {

class FullTextIndex;
class RangeIndex;

enum class IndexState : std::uint8_t { Populating, Online, Failed };

struct IndexStatus {
    IndexState state = IndexState::Populating;
    double percent = 0;  // of the entities, read so far
    std::string failure; // of IndexState::Failed
};

class Indexes {
public:
    // `store` must live until close().
    explicit Indexes(Store& store);
    ~Indexes();
    Indexes(const Indexes&) = delete;
    Indexes& operator=(const Indexes&) = delete;

    // Content that covers the snapshot, which is no transaction; nullptr if there is none (yet).
    std::shared_ptr<RangeIndex> find_range(const IndexDefinition& definition,
                                           const Snapshot& snapshot);
    std::shared_ptr<FullTextIndex> find_full_text(const IndexDefinition& definition,
                                                  const Snapshot& snapshot);

    // What there is now, whatever it covers; nullptr if there is none. Builds nothing.
    std::shared_ptr<const RangeIndex> peek_range(const IndexDefinition& definition) const;

    // Begins to build what is not there. Tells how far it is.
    IndexStatus status(const IndexDefinition& definition, const Snapshot& snapshot);
    // Waits until the index is built or has failed. False when the time is over before.
    bool wait(const IndexDefinition& definition, const Snapshot& snapshot,
              std::chrono::steady_clock::time_point until);
    // Stops builds that are under way. There are no contents from then on.
    void close();
    // Drops contents that no definition asks for.
    void keep_only(const Schema& schema);

    Store& store() const { return store_; }

private:
    struct Entry {
        IndexDefinition definition;              // without name and id
        std::shared_ptr<IndexContent> content;   // shared with the searches in it
        std::shared_ptr<BuildProgress> progress; // of a build that waits or runs; or nullptr
        std::string failure;
    };
    using Entries = std::map<std::string, Entry>;

    std::shared_ptr<IndexContent> find(const IndexDefinition& definition, const Snapshot& snapshot);
    void request(const IndexDefinition& definition, const Snapshot& snapshot);
    void enqueue(const std::string& subject, Entry& entry);
    void build_now(const std::string& subject, const Snapshot& snapshot);
    void build(const std::string& subject, const Snapshot& snapshot);
    void work(const std::stop_token& stop);

    Store& store_;
    mutable std::mutex guard_; // of all below
    std::condition_variable_any changed_;
    Entries entries_; // by subject
    std::deque<std::string> waiting_;
    bool is_closed_ = false;
    std::jthread worker_; // begun with the first build of a large index
};

} // namespace lintas
