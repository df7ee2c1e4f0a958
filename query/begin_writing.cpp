#include "query/begin_writing.h"

#include "graph/error.h"

#include <algorithm>

namespace lintas::query {

namespace {

using Clock = std::chrono::steady_clock;

// How long a cancellation may go unnoticed.
constexpr std::chrono::milliseconds slice{100};

std::unique_ptr<Transaction> wait(Store& store, const Limits& limits, Deadline until) {
    if (limits.writer_wait.count() > 0)
        until =
            std::min(Clock::now() + limits.writer_wait, until.value_or(Clock::time_point::max()));
    while (true) {
        auto longest = slice;
        if (until)
            longest =
                std::clamp(std::chrono::ceil<std::chrono::milliseconds>(*until - Clock::now()),
                           std::chrono::milliseconds{0}, slice);
        if (auto transaction = store.begin(longest)) return transaction;
        if (limits.cancel.stop_requested())
            throw Error{ErrorCode::Limit, ErrorDetail::Cancelled,
                        "The query was cancelled while it waited to write"};
        if (until && Clock::now() >= *until)
            throw Error{ErrorCode::Transaction, ErrorDetail::WriterBusy,
                        "Another transaction is writing and was not done in time; try again"};
    }
}

} // namespace

Deadline deadline_of(const Limits& limits) {
    if (limits.time.count() == 0) return std::nullopt;
    return Clock::now() + limits.time;
}

std::unique_ptr<Transaction> begin_writing(Store& store, const Limits& limits, Deadline deadline) {
    if (auto transaction = store.begin(std::chrono::milliseconds{0})) return transaction;
    if (limits.place != nullptr) limits.place->leave();
    auto transaction = wait(store, limits, deadline);
    if (limits.place != nullptr) limits.place->take_again();
    return transaction;
}

} // namespace lintas::query
