#include "query/run/run_context.h"

#include "graph/algorithms/worker_thread.h"
#include "graph/error.h"
#include "graph/expect.h"

#include <algorithm>

namespace lintas::query {

namespace {

ZonedDateTime now_in_utc() {
    using namespace std::chrono;
    const auto since_epoch = system_clock::now().time_since_epoch();
    const auto whole = floor<seconds>(since_epoch);
    ZonedDateTime now;
    now.seconds = whole.count();
    now.nanoseconds = static_cast<std::int32_t>(nanoseconds{since_epoch - whole}.count());
    return now;
}

} // namespace

RunContext::RunContext(const Snapshot& graph, const Map& parameters, std::size_t frame_width)
    : graph_{graph}, parameters_{parameters}, frame_width_{frame_width},
      random_{std::random_device{}()}, call_context_{graph, now_in_utc(), now_in_utc(), random_},
      procedure_context_{graph, *this, call_context_, {}} {
    call_context_.transaction_time = call_context_.statement_time;
}

Transaction& RunContext::transaction() const {
    if (transaction_ == nullptr)
        throw Error{ErrorCode::Unsupported, "This graph is open for reading only"};
    return *transaction_;
}

TransactionSource& RunContext::transactions() const {
    expect(source_ != nullptr, "a statement that commits in parts has transactions for them");
    return *source_;
}

void RunContext::check() const {
    if (outer_ != nullptr) outer_->check();
    if (cancel_.stop_requested()) {
        throw Error{ErrorCode::Limit, ErrorDetail::Cancelled,
                    "The query was cancelled before it was done"};
    }
    if (deadline_ && std::chrono::steady_clock::now() > *deadline_) {
        throw Error{ErrorCode::Limit, ErrorDetail::TimedOut,
                    "The query took longer than its time limit allows"};
    }
    if (!algorithms::is_worker_thread() && meter_.is_over()) meter_.refuse();
}

void RunContext::hold(std::uint64_t bytes) {
    if (outer_ != nullptr) outer_->hold(bytes);
    held_ += bytes;
    if (memory_limit_ == 0 || held_ <= memory_limit_) return;
    held_ -= bytes; // whoever asked does not get it
    throw Error{ErrorCode::Limit, "The query needs more memory than its limit of " +
                                      std::to_string(memory_limit_) + " bytes allows"};
}

void RunContext::release(std::uint64_t bytes) {
    if (outer_ != nullptr) outer_->release(bytes);
    held_ -= std::min(bytes, held_);
}

} // namespace lintas::query
