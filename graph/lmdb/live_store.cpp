#include "graph/lmdb/live_store.h"

#include "graph/error.h"
#include "graph/lmdb/merge.h"
#include "graph/lmdb/replay.h"
#include "graph/memory_meter.h"
#include "graph/uuid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace lintas::lmdb {

namespace {

// A merge writes whole groups, so it is due when the records of commits have a fair part of the
// bytes that it would write, but neither too few for the work nor too many to read when opening.
constexpr std::uint64_t most_written_for_a_byte = 4;
constexpr std::uint64_t least_changed_bytes = std::uint64_t{4} << 20;
constexpr std::uint64_t most_changed_bytes = std::uint64_t{64} << 20;
// While somebody reads an older state, LMDB uses no page again: all that is written makes the file
// grow.
constexpr std::uint64_t most_written_beside_old_reader = 1;
constexpr std::uint64_t most_changed_beside_old_reader = std::uint64_t{128} << 20;

constexpr std::chrono::microseconds longest_look{40};

// Of records of commits, after which a merge is due.
std::uint64_t due_bytes(const State& state) {
    const auto& file = state.base->file();
    const auto oldest = file.environment().oldest_reader();
    const bool has_old_reader = oldest && *oldest < file.transaction();
    const auto written = has_old_reader ? most_written_beside_old_reader : most_written_for_a_byte;
    return std::clamp(bytes_to_merge(state) / written, least_changed_bytes,
                      has_old_reader ? most_changed_beside_old_reader : most_changed_bytes);
}

bool is_same_file(const std::filesystem::path& path, FileIdentity identity) {
    return MappedFile{path}.identity() == identity;
}

} // namespace

class LiveStore::Turn final : public WriterTurn {
public:
    explicit Turn(std::shared_ptr<LiveStore> store) : store_{std::move(store)} {}
    ~Turn() override { give_back(); }

    void commit(State state, Bytes record, Touched touched) override {
        const Unmetered unmetered; // what the store keeps, or writes for others
        const auto ticket = store_->add(std::move(state), std::move(record), std::move(touched));
        const auto store = store_;
        give_back();
        store->queue_.wait(ticket);
    }

private:
    void give_back() {
        if (store_) store_->end_turn();
        store_.reset();
    }

    std::shared_ptr<LiveStore> store_; // shared by all who use the file
};

// A turn of our own, within one function.
class LiveStore::TurnGuard {
public:
    explicit TurnGuard(LiveStore& store) : store_{store} {
        while (!store_.take_turn(std::chrono::hours{1})) {
        }
    }
    ~TurnGuard() { store_.end_turn(); }
    TurnGuard(const TurnGuard&) = delete;
    TurnGuard& operator=(const TurnGuard&) = delete;

private:
    LiveStore& store_;
};

LiveStore::LiveStore(const std::filesystem::path& path, std::size_t map_bytes)
    : path_{path}, log_path_{log_path_of(path)}, map_bytes_{map_bytes},
      queue_{[this](std::uint64_t first_lsn, const auto& records) { write(first_lsn, records); },
             [this](std::uint64_t lsn) { publish(lsn); }} {
    auto state = newest_state(std::make_shared<const LmdbSnapshot>(path, map_bytes));
    file_ = state.base->file().identity();
    opened_version_ = state.base->version();
    worth_looking_ = least_changed_bytes;
    set_newest(std::move(state));
}

std::optional<LogContent> LiveStore::read_own_log(std::shared_ptr<const LmdbSnapshot>& base,
                                                  Bytes& bytes) {
    while (true) {
        bytes = read_log_file(log_path_);
        try {
            return own_log(bytes, base->header());
        } catch (const Error&) {
            if (is_same_file(path_, base->file().identity())) throw;
        }
        base = std::make_shared<const LmdbSnapshot>(path_, map_bytes_);
    }
}

// Between the reading of the segments and of the log, another process may have merged, so that the
// log begins later: then the segments are read again.
State LiveStore::newest_state(std::shared_ptr<const LmdbSnapshot> base) {
    while (true) {
        Bytes bytes;
        const auto log = read_own_log(base, bytes);
        const bool is_old =
            base->file().transaction() != base->file().environment().newest_transaction();
        if (!is_old || (log && log->header.first_lsn <= base->version() + 1)) {
            auto state = state_of(std::move(base), changes_);
            if (log) replay(*log, state, ++last_edit_);
            return state;
        }
        base = std::make_shared<const LmdbSnapshot>(base->file().newest());
    }
}

LiveStore::Shown LiveStore::published() const {
    const std::lock_guard lock{mutex_};
    return published_;
}

std::shared_ptr<const Snapshot> LiveStore::snapshot() {
    struct Lent {
        std::shared_ptr<LiveStore> store;
        Shown state;
    };
    auto lent = std::make_shared<Lent>(Lent{shared_from_this(), published()});
    const auto& state = lent->state->state();
    // Where nothing was ever written, readers do not even look at an overlay.
    if (state.overlay.is_empty() && state.version == opened_version_)
        return {lent, state.base.get()};
    return {lent, lent->state.get()};
}

std::unique_ptr<Transaction> LiveStore::begin(std::chrono::milliseconds longest_wait) {
    if (!take_turn(longest_wait)) return nullptr;
    auto turn = std::make_unique<Turn>(shared_from_this());
    prepare_to_write();
    expect_merged();
    return std::make_unique<GraphTransaction>(std::move(turn), newest_->state(), ++last_edit_,
                                              shared_from_this());
}

bool LiveStore::take_turn(std::chrono::milliseconds longest_wait) {
    // Most turns end sooner than a thread falls asleep and is woken, for which all behind it would
    // wait.
    const auto sleepy = std::chrono::steady_clock::now() + longest_look;
    while (has_writer_ && std::chrono::steady_clock::now() < sleepy) continue;
    std::unique_lock lock{mutex_};
    if (!turn_over_.wait_for(lock, longest_wait, [this] { return !has_writer_; })) return false;
    has_writer_ = true;
    return true;
}

void LiveStore::end_turn() {
    {
        const std::lock_guard lock{mutex_};
        has_writer_ = false;
    }
    turn_over_.notify_one();
}

void LiveStore::prepare_to_write() {
    if (!lock_) become_writer();
    if (queue_.has_failed()) forget_failed();
}

// Another process may have written and merged since the store was opened.
void LiveStore::become_writer() {
    WriterLock lock{path_};
    const auto refuse = [this](const std::string& why) {
        throw Error{ErrorCode::Storage,
                    fmt::format("Cannot write to the store `{}`: {}", path_.string(), why)};
    };
    if (lock.file() != file()) refuse("another one was put in its place");
    if (::faccessat(AT_FDCWD, path_.c_str(), W_OK, AT_EACCESS) != 0) refuse(system_reason());
    if (is_write_protected(path_)) refuse("the file is for reading only");
    // The log lies beside one name; under another, somebody would miss it.
    if (std::filesystem::hard_link_count(path_) > 1)
        refuse("the file has a second name (a hard link)");
    auto base = this->base();
    if (base->file().transaction() != base->file().environment().newest_transaction())
        base = std::make_shared<const LmdbSnapshot>(base->file().newest());
    const auto bytes = read_log_file(log_path_);
    const auto log = own_log(bytes, base->header());
    auto file = log ? LogFile{log_path_, log->header, log->end}
                    : LogFile::create(log_path_, {random_uuid(), base->version() + 1});
    base = own(std::move(file), std::move(base));
    auto state = state_of(base, changes_);
    if (log) replay(*log, state, ++last_edit_);
    changed_bytes_ = log_->size();
    queue_.restart(state.version);
    set_newest(std::move(state));
    lock_.emplace(std::move(lock));
}

// The log is on the disk before the store says that it has one, and the store says so before a
// commit is in it.
std::shared_ptr<const LmdbSnapshot> LiveStore::own(LogFile log,
                                                   std::shared_ptr<const LmdbSnapshot> base) {
    const auto& header = base->header();
    const auto& uuid = log.header().uuid;
    if (!header.has_log() || header.log != uuid) {
        write_log_uuid(base->file().environment(), header, uuid);
        base = std::make_shared<const LmdbSnapshot>(base->file().newest());
    }
    log_.emplace(std::move(log));
    return base;
}

void LiveStore::forget_failed() {
    queue_.wait_for_all();
    if (log_) log_->repair();
    // Of the records that were kept for a merge, those of commits that failed.
    const auto durable = published();
    for (auto failed = newest_->version() - durable->version(); failed > 0; --failed)
        if (is_merging_) since_merge_.pop_back();
    newest_ = durable;
    {
        const std::lock_guard lock{mutex_};
        pending_.clear();
    }
    queue_.restart(newest_->version());
}

void LiveStore::merge() {
    const std::lock_guard merging{merging_};
    const auto start = begin_merge();
    if (!start) return;
    std::shared_ptr<const LmdbSnapshot> merged;
    try {
        const auto& base = *start->state().base;
        lmdb::merge(start->state(), base.file().environment(), base.header());
        merged = std::make_shared<const LmdbSnapshot>(start->state().base->file().newest());
    } catch (...) {
        const TurnGuard turn{*this};
        is_merging_ = false;
        since_merge_.clear();
        throw;
    }
    end_merge(std::move(merged));
}

LiveStore::Shown LiveStore::begin_merge() {
    const TurnGuard turn{*this};
    prepare_to_write();
    queue_.wait_for_all();
    if (queue_.has_failed()) forget_failed();
    changed_bytes_ = 0;
    since_merge_.clear();
    // A merge that failed may have written some segments: the next one begins with those.
    const auto& file = newest_->state().base->file();
    if (file.transaction() != file.environment().newest_transaction())
        set_newest(newest_state(std::make_shared<const LmdbSnapshot>(file.newest())));
    if (newest_->state().overlay.is_empty()) {
        // A merge that was killed at its end may have left a log whose commits are all merged.
        if (log_->size() > 0)
            log_.emplace(LogFile::create(log_path_, {log_->header().uuid, newest_->version() + 1}));
        return nullptr;
    }
    is_merging_ = true;
    return newest_;
}

void LiveStore::end_merge(std::shared_ptr<const LmdbSnapshot> merged) {
    const TurnGuard turn{*this};
    queue_.wait_for_all();
    if (queue_.has_failed()) forget_failed();
    is_merging_ = false;
    const auto records = std::exchange(since_merge_, {});
    auto state = state_of(std::move(merged), changes_);
    const LogHeader header{log_->header().uuid, state.version + 1};
    std::vector<Commit> commits;
    ++last_edit_;
    for (const auto& record : records) {
        apply_record(record, state.overlay, last_edit_);
        commits.push_back({++state.version, record});
    }
    set_newest(std::move(state));
    {
        const std::lock_guard lock{mutex_};
        merge_failure_.clear();
    }
    // Until this is done, the log also has commits that the segments have; they are passed over.
    log_.emplace(LogFile::create(log_path_, header, commits));
}

void LiveStore::merge_if_due() {
    if (changed_bytes_ < worth_looking_ || is_merge_started_.exchange(true)) return;
    merger_ = std::jthread{[this, changed = changed_bytes_] {
        merge_by_itself(changed);
        is_merge_started_ = false;
    }};
}

// If it fails, the commits stay in the log, and the next merge that is due tries again.
void LiveStore::merge_by_itself(std::uint64_t changed_bytes) {
    try {
        worth_looking_ = due_bytes(published()->state());
        if (changed_bytes < worth_looking_) return;
        worth_looking_ = least_changed_bytes;
        merge();
    } catch (const std::exception& error) {
        const std::lock_guard lock{mutex_};
        merge_failure_ = fmt::format("Merging the log of the store `{}` into it failed: {}",
                                     path_.string(), error.what());
        fmt::print(stderr, "{}\n", merge_failure_);
    }
}

void LiveStore::expect_merged() {
    const std::lock_guard lock{mutex_};
    if (merge_failure_.empty()) return;
    throw Error{ErrorCode::Storage,
                std::exchange(merge_failure_, {}) +
                    ". Nothing was lost, and nothing of this transaction was begun; the next one "
                    "is tried again"};
}

void LiveStore::set_newest(State state) {
    newest_ = std::make_shared<OverlaidSnapshot>(std::move(state));
    const std::lock_guard lock{mutex_};
    published_ = newest_;
}

CommitQueue::Ticket LiveStore::add(State state, Bytes record, Touched touched) {
    if (record.empty()) return queue_.ticket(state.version);
    const auto lsn = state.version;
    changes_->record(lsn - 1, lsn, std::move(touched));
    const auto shown = std::make_shared<OverlaidSnapshot>(std::move(state));
    {
        const std::lock_guard lock{mutex_};
        pending_.push_back(shown);
    }
    changed_bytes_ += record.size();
    auto kept = is_merging_ ? record : Bytes{};
    const auto ticket = queue_.add(lsn, std::move(record));
    newest_ = shown;
    if (is_merging_) since_merge_.push_back(std::move(kept));
    merge_if_due();
    return ticket;
}

void LiveStore::write(std::uint64_t first_lsn, const std::vector<Bytes>& records) {
    log_->append(first_lsn, records);
}

void LiveStore::publish(std::uint64_t lsn) {
    const std::lock_guard lock{mutex_};
    while (!pending_.empty() && pending_.front()->version() <= lsn) {
        published_ = pending_.front();
        pending_.pop_front();
    }
}

} // namespace lintas::lmdb
