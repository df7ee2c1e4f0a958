// LiveStore: a store's file and its log, open in this process: the newest state for readers, and
// turns for writers.
//
// Invariant: readers are shown durable states only, in order. A writer builds on the newest state,
// which may not be durable yet; if it never will be, neither will what was built on it.
// Thread-safe.
#pragma once

#include "graph/lmdb/commit_queue.h"
#include "graph/lmdb/graph_transaction.h"
#include "graph/lmdb/log_file.h"
#include "graph/lmdb/writer_lock.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace lintas::lmdb {

class LiveStore : public std::enable_shared_from_this<LiveStore> {
public:
    // Throws as open_lmdb_store().
    LiveStore(const std::filesystem::path& path, std::size_t map_bytes);

    FileIdentity file() const { return file_; }
    // The state of the segments.
    std::shared_ptr<const LmdbSnapshot> base() const { return published()->state().base; }
    // The newest durable state. REQUIRES: the store outlives what is copied from it.
    State state() const { return published()->state(); }

    // The newest durable state. Keeps the store open.
    std::shared_ptr<const Snapshot> snapshot();
    // nullptr if other writers took longer. Throws Storage if the store cannot be written to, and
    // once after each merge that ran by itself and failed.
    std::unique_ptr<Transaction> begin(std::chrono::milliseconds longest_wait);
    // Merges all commits into the segments and empties the log. Readers keep their states, writers
    // go on meanwhile. Throws Storage, with all commits still in the log, if it cannot.
    void merge();

private:
    class Turn;
    using Shown = std::shared_ptr<const OverlaidSnapshot>; // shared with its readers

    class TurnGuard;

    bool take_turn(std::chrono::milliseconds longest_wait);
    void end_turn();
    // Only by the one whose turn it is.
    void prepare_to_write();
    void become_writer();
    void forget_failed();
    // Begins to keep the records of commits for the end of a merge. Null if there is none to merge.
    Shown begin_merge();
    void end_merge(std::shared_ptr<const LmdbSnapshot> merged);
    // Begins a merge on its own thread if enough has been committed.
    void merge_if_due();
    void merge_by_itself(std::uint64_t changed_bytes);
    void expect_merged();
    CommitQueue::Ticket add(State state, Bytes record, Touched touched);

    State newest_state(std::shared_ptr<const LmdbSnapshot> base);
    // The log that belongs to the segments, as it is now; opens the store anew if another one was
    // put in its place meanwhile.
    std::optional<LogContent> read_own_log(std::shared_ptr<const LmdbSnapshot>& base, Bytes& bytes);
    // A log that the store says is its own.
    std::shared_ptr<const LmdbSnapshot> own(LogFile log, std::shared_ptr<const LmdbSnapshot> base);
    Shown published() const;
    void set_newest(State state);
    void write(std::uint64_t first_lsn, const std::vector<Bytes>& records);
    void publish(std::uint64_t lsn);

    const std::filesystem::path path_;
    const std::filesystem::path log_path_;
    const std::size_t map_bytes_;
    FileIdentity file_;
    std::uint64_t opened_version_ = 0; // of the segments
    const std::shared_ptr<ChangeLog> changes_ = std::make_shared<ChangeLog>();

    mutable std::mutex mutex_; // guards the next five
    std::condition_variable turn_over_;
    std::atomic<bool> has_writer_ = false; // changes under the mutex only
    Shown published_;
    std::deque<Shown> pending_; // committed, not durable yet
    std::string merge_failure_; // of a merge that ran by itself, until a writer is told

    // These belong to the one whose turn it is.
    Shown newest_;
    std::uint64_t last_edit_ = 0;
    bool is_merging_ = false;
    std::deque<Bytes> since_merge_;   // records of the commits after the state that is being merged
    std::uint64_t changed_bytes_ = 0; // of records since the last merge
    std::optional<WriterLock> lock_;
    std::optional<LogFile> log_; // also used by the one who writes for the queue
    CommitQueue queue_;

    std::mutex merging_; // one merge at a time
    // So many bytes of records make it worth looking if a merge is due.
    std::atomic<std::uint64_t> worth_looking_ = 0;
    std::atomic<bool> is_merge_started_ = false;
    std::jthread merger_; // ends before all that it uses
};

} // namespace lintas::lmdb
