// What the operators of one running query share: the graph, the parameters, the limits.
//
// Invariant: check() is called at least once for each batch and each 4,096 steps of a long loop, so
// that deadlines and cancellations end a query soon.
#pragma once

#include "graph/algorithms/work.h"
#include "graph/memory_meter.h"
#include "graph/store.h"
#include "graph/value.h"
#include "query/functions/function.h"
#include "query/procedures/procedure_context.h"
#include "query/run/changes.h"
#include "query/run/list_set.h"
#include "query/run/profile.h"
#include "query/run/transaction_source.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <random>
#include <stop_token>

namespace lintas::query {

class RunContext final : public algorithms::Work {
public:
    RunContext(const Snapshot& graph, const Map& parameters, std::size_t frame_width);
    // The functions' view of the query refers to this object.
    RunContext(const RunContext&) = delete;
    RunContext& operator=(const RunContext&) = delete;

    const Snapshot& graph() const { return graph_; }
    const Map& parameters() const { return parameters_; }
    std::size_t frame_width() const { return frame_width_; }
    CallContext& call_context() { return call_context_; }
    ProcedureContext& procedure_context() { return procedure_context_; }
    // Sets made of the lists that IN looks into, kept for the next batches.
    ListSets& list_sets() { return list_sets_; }

    // The transaction that graph() is, for the steps that change the graph. Unsupported where the
    // query runs on a snapshot only.
    Transaction& transaction() const;
    bool is_writing() const { return transaction_ != nullptr; }
    void write_to(Transaction& transaction) { transaction_ = &transaction; }
    Changes& changes() { return changes_; }
    // For the steps that commit by themselves.
    TransactionSource& transactions() const;
    void commit_through(TransactionSource& source) { source_ = &source; }

    void limit_time(std::chrono::steady_clock::time_point deadline) { deadline_ = deadline; }
    void limit_memory(std::uint64_t bytes) {
        memory_limit_ = bytes;
        meter_.limit(bytes);
    }
    // To be named by a Metering wherever the query's own thread runs.
    MemoryMeter& meter() { return meter_; }
    void cancel_with(std::stop_token token) { cancel_ = std::move(token); }
    // The indexes as graph() has them; nullptr: there are none.
    IndexView* indexes() const { return procedure_context_.indexes; }
    void use_indexes(IndexView* indexes) { procedure_context_.indexes = indexes; }
    // How procedures ask further queries.
    void ask_with(AskQuery ask) { procedure_context_.ask = std::move(ask); }
    // This query is asked by another one, whose limits hold for both. `outer` outlives this.
    void run_within(RunContext& outer) { outer_ = &outer; }

    // Where PROFILE measures; nullptr: nowhere. `profile` outlives this.
    Profile* profile() const { return profile_; }
    void measure_in(Profile& profile) { profile_ = &profile; }
    // Operators tell what they ask of the store: so many entities, properties, labels or
    // relationships.
    void count_store_hits(std::uint64_t count) {
        if (profile_ != nullptr) profile_->hit(count);
    }
    // The folder that LOAD CSV may read from; empty: none.
    const std::filesystem::path& import_folder() const { return import_folder_; }
    void import_from(std::filesystem::path folder) { import_folder_ = std::move(folder); }

    // Throws Limit after the deadline or a cancellation, or when the memory budget is used up.
    void check() const override;
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
    ProcedureContext procedure_context_;
    ListSets list_sets_;
    Transaction* transaction_ = nullptr;
    TransactionSource* source_ = nullptr;
    Changes changes_;
    RunContext* outer_ = nullptr;
    Profile* profile_ = nullptr;
    std::filesystem::path import_folder_;
    std::optional<std::chrono::steady_clock::time_point> deadline_;
    std::stop_token cancel_;
    MemoryMeter meter_;
    std::uint64_t memory_limit_ = 0;
    std::uint64_t held_ = 0;
};

// What one operator holds, given back when the operator goes.
class Held {
public:
    explicit Held(RunContext& context) : context_{context} {}
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held() { context_.release(bytes_); }

    void add(std::uint64_t bytes) {
        context_.hold(bytes);
        bytes_ += bytes;
    }
    // Holds `bytes` from now on, whatever it was before.
    void become(std::uint64_t bytes) {
        context_.release(bytes_);
        bytes_ = 0;
        add(bytes);
    }

private:
    RunContext& context_;
    std::uint64_t bytes_ = 0;
};

} // namespace lintas::query
