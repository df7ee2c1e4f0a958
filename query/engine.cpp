#include "query/engine.h"

#include "query/explain.h"
#include "query/plan/planner.h"
#include "query/run/operator.h"
#include "query/syntax/parser.h"
#include "query/syntax/source.h"

#include <fmt/format.h>

#include <utility>

namespace lintas::query {

namespace {

// A running query: owns everything that its operators refer to.
class RunningQuery final : public Cursor {
public:
    RunningQuery(std::shared_ptr<const Snapshot> snapshot, PlannedQuery planned, Map parameters,
                 const Limits& limits)
        : snapshot_{std::move(snapshot)}, planned_{std::move(planned)},
          parameters_{std::move(parameters)}, context_{*snapshot_, parameters_,
                                                       planned_.frame_width},
          rows_left_{limits.rows}, limits_rows_{limits.rows != 0} {
        summary_.version = snapshot_->version();
        if (limits.time.count() > 0)
            context_.limit_time(std::chrono::steady_clock::now() + limits.time);
        if (limits.memory_bytes > 0) context_.limit_memory(limits.memory_bytes);
        context_.cancel_with(limits.cancel);
    }

    void start() { root_ = build(*planned_.plan, context_); }
    void explain(std::string_view text) { summary_.plan = describe(planned_, text); }

    const std::vector<std::string>& columns() const override { return planned_.columns; }
    const Snapshot& graph() const override { return *snapshot_; }
    const Summary& summary() const override { return summary_; }

    bool next(std::vector<Value>& row) override {
        if (at_ == batch_.rows() && !pull()) return false;
        if (limits_rows_ && rows_left_-- == 0) {
            root_.reset();
            throw Error{ErrorCode::Limit,
                        "The answer has more rows than are allowed; add a `LIMIT`"};
        }
        row.resize(columns_.size());
        for (std::size_t i = 0; i < columns_.size(); ++i) row[i] = columns_[i]->value(at_);
        ++at_;
        return true;
    }

private:
    // The next batch; the query is over once there is none, or once it failed.
    bool pull() {
        if (!root_) return false;
        auto root = std::exchange(root_, nullptr);
        at_ = 0;
        Batch batch;
        const auto found = root->next(batch);
        batch_ = std::move(batch);
        columns_.clear();
        if (!found) {
            batch_ = Batch{};
            return false;
        }
        for (const auto slot : planned_.slots) columns_.push_back(&batch_.column(slot));
        root_ = std::move(root);
        return true;
    }

    std::shared_ptr<const Snapshot> snapshot_; // shared with the store, which may move on meanwhile
    PlannedQuery planned_;
    Map parameters_;
    RunContext context_;
    OperatorPointer root_;
    Batch batch_;
    std::vector<const Column*> columns_;
    std::size_t at_ = 0;
    std::uint64_t rows_left_;
    bool limits_rows_;
    Summary summary_;
};

void check_parameters(const PlannedQuery& planned, const Map& parameters) {
    for (const auto& name : planned.parameters)
        if (!parameters.contains(name))
            throw Error{ErrorCode::ParameterMissing, ErrorDetail::MissingParameter,
                        fmt::format("Parameter `${}` has no value", name)};
}

} // namespace

Engine::Engine(Store& store) : store_{store} {}
Engine::~Engine() = default;

std::unique_ptr<Cursor> Engine::run(std::string_view text, const Map& parameters,
                                    const Limits& limits) {
    auto snapshot = store_.snapshot();
    std::unique_ptr<RunningQuery> running;
    auto mode = syntax::ExplainMode::None;
    try {
        const auto statement = syntax::parse(text);
        mode = statement.explain;
        auto planned = plan(statement, text, *snapshot);
        if (mode == syntax::ExplainMode::Profile)
            throw Error{ErrorCode::Unsupported, "`PROFILE` cannot run yet; `EXPLAIN` can",
                        Span{0, 7}};
        if (mode == syntax::ExplainMode::None) check_parameters(planned, parameters);
        running = std::make_unique<RunningQuery>(std::move(snapshot), std::move(planned),
                                                 parameters, limits);
    } catch (const Error& error) {
        throw error.as_compile_time();
    }
    if (mode == syntax::ExplainMode::Explain)
        running->explain(text);
    else
        running->start();
    return running;
}

std::string render(const Error& error, std::string_view text) {
    return syntax::render(error, text);
}

} // namespace lintas::query
