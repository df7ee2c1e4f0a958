#include "graph/lmdb/store_writer.h"

#include "graph/error.h"

#include <optional>

namespace lintas::lmdb {

namespace {

constexpr std::size_t most_waiting_bytes = std::size_t{32} << 20;
// LMDB keeps a transaction's pages in memory until it commits.
constexpr std::size_t bytes_a_transaction = std::size_t{64} << 20;
constexpr std::size_t segments_a_transaction = 10'000;

class Transactions {
public:
    explicit Transactions(const Environment& environment) : environment_{environment} {}

    void put(const SealedSegment& segment) {
        if (!transaction_) {
            transaction_.emplace(environment_, Access::Write);
            table_ = transaction_->create_table("seg");
        }
        transaction_->put(table_, to_bytes(segment.key), segment.bytes);
        bytes_ += segment.bytes.size();
        if (bytes_ > bytes_a_transaction || ++segments_ > segments_a_transaction) commit();
    }
    void commit() {
        if (!transaction_) return;
        transaction_->commit();
        transaction_.reset();
        bytes_ = segments_ = 0;
    }

private:
    const Environment& environment_;
    std::optional<LmdbTransaction> transaction_;
    Table table_ = 0;
    std::size_t bytes_ = 0;
    std::size_t segments_ = 0;
};

// Calls its function when it goes out of scope, also on the way of an exception.
template <typename Function> class AtEnd {
public:
    explicit AtEnd(Function function) : function_{std::move(function)} {}
    ~AtEnd() { function_(); }
    AtEnd(const AtEnd&) = delete;
    AtEnd& operator=(const AtEnd&) = delete;

private:
    Function function_;
};

} // namespace

StoreWriter::StoreWriter(const std::filesystem::path& file)
    : environment_{file, {.is_new_file = true}} {
    result_ = std::async(std::launch::async, [this] { run(); }).share();
}

StoreWriter::~StoreWriter() {
    {
        const std::lock_guard lock{mutex_};
        segments_.clear();
    }
    close();
    result_.wait();
}

void StoreWriter::close() {
    {
        const std::lock_guard lock{mutex_};
        is_closed_ = true;
    }
    changed_.notify_all();
}

void StoreWriter::put(SealedSegment segment) {
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return is_over_ || waiting_bytes_ < most_waiting_bytes; });
        if (is_over_) rethrow();
        waiting_bytes_ += segment.bytes.size();
        segments_.push_back(std::move(segment));
    }
    changed_.notify_all();
}

void StoreWriter::put(std::vector<SealedSegment> segments) {
    for (auto& segment : segments) put(std::move(segment));
}

// The thread only ends early by an exception.
void StoreWriter::rethrow() const {
    const auto result = result_;
    result.get();
    throw Error{ErrorCode::Internal, "The writer of a store has ended before its time"};
}

std::deque<SealedSegment> StoreWriter::take() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return is_closed_ || !segments_.empty(); });
    waiting_bytes_ = 0;
    return std::exchange(segments_, {});
}

void StoreWriter::run() {
    const AtEnd over{[this] {
        {
            const std::lock_guard lock{mutex_};
            is_over_ = true;
        }
        changed_.notify_all();
    }};
    Transactions transactions{environment_};
    while (true) {
        const auto segments = take();
        if (segments.empty()) break;
        for (const auto& segment : segments) transactions.put(segment);
        changed_.notify_all();
    }
    transactions.commit();
}

void StoreWriter::finish(const ClosingRecords& closing) {
    close();
    result_.get();
    LmdbTransaction transaction{environment_, Access::Write};
    const auto put_all = [&transaction](const char* name, const std::vector<Record>& records) {
        const auto table = transaction.create_table(name);
        for (const auto& record : records) put_record(transaction, table, record);
    };
    transaction.create_table("seg"); // is missing if there was no segment at all
    transaction.create_table("log");
    put_all("cat", closing.catalogue);
    put_all("stat", closing.statistics);
    put_all("meta", closing.header(transaction.id()));
    transaction.commit();
    environment_.sync();
}

} // namespace lintas::lmdb
