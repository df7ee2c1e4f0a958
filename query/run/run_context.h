// What the operators of one running query share: the graph, the parameters, the limits.
//
// Invariant: check() is called at least once for each batch and each 4,096 steps of a long loop, so
// that deadlines and cancellations end a query soon.
#pragma once

#include "graph/store.h"
#include "graph/value.h"
#include "query/functions/function.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <stop_token>

namespace lintas::query {

class RunContext {
public:
    RunContext(const Snapshot& graph, const Map& parameters, std::size_t frame_width);

    const Snapshot& graph() const { return graph_; }
    const Map& parameters() const { return parameters_; }
    std::size_t frame_width() const { return frame_width_; }
    CallContext& call_context() { return call_context_; }

    void limit_time(std::chrono::steady_clock::time_point deadline) { deadline_ = deadline; }
    void limit_memory(std::uint64_t bytes) { memory_limit_ = bytes; }
    void cancel_with(std::stop_token token) { cancel_ = std::move(token); }

    // Throws Limit after the deadline or a cancellation.
    void check() const;
    // Operators that hold rows (sort, group, collect, distinct) account for them here, roughly.
    // Throws Limit when the budget is used up.
    void hold(std::uint64_t bytes);
    void release(std::uint64_t bytes);

private:
    const Snapshot& graph_;
    const Map& parameters_;
    std::size_t frame_width_;
    std::mt19937_64 random_;
    CallContext call_context_;
    std::optional<std::chrono::steady_clock::time_point> deadline_;
    std::stop_token cancel_;
    std::uint64_t memory_limit_ = 0;
    std::uint64_t held_ = 0;
};

} // namespace lintas::query
