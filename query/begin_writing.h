// How a statement comes to be the one that writes.
#pragma once

#include "graph/store.h"
#include "query/limits.h"

#include <chrono>
#include <memory>
#include <optional>

namespace lintas::query {

using Deadline = std::optional<std::chrono::steady_clock::time_point>;

// Of a statement that begins now.
Deadline deadline_of(const Limits& limits);

// Waits for the writer before it. Transaction WriterBusy if that takes longer than the limits
// allow, Limit Cancelled after a cancellation.
std::unique_ptr<Transaction> begin_writing(Store& store, const Limits& limits, Deadline deadline);

} // namespace lintas::query
