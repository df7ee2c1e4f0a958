#include "query/engine.h"

#include "query/explain.h"
#include "query/nested_query.h"
#include "query/plan/planner.h"
#include "query/run/drained.h"
#include "query/run/operator.h"
#include "query/syntax/parser.h"
#include "query/syntax/source.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace lintas::query {

namespace {

Counters to_counters(const Changes& changes) {
    Counters counters;
    counters.nodes_created = changes.nodes_created;
    counters.nodes_deleted = changes.nodes_deleted;
    counters.relationships_created = changes.relationships_created;
    counters.relationships_deleted = changes.relationships_deleted;
    counters.properties_set = changes.properties_set;
    counters.labels_added = changes.labels_added;
    counters.labels_removed = changes.labels_removed;
    return counters;
}

Notification notification_of(const UnknownName& unknown) {
    const auto is_label = unknown.kind == NameKind::Label;
    Notification notification;
    notification.code = is_label
                            ? "Neo.ClientNotification.Statement.UnknownLabelWarning"
                            : "Neo.ClientNotification.Statement.UnknownRelationshipTypeWarning";
    notification.title = is_label ? "No node has this label" : "No relationship has this type";
    notification.description = unknown.near.empty()
                                   ? fmt::format("The graph does not know `{}`", unknown.name)
                                   : fmt::format("The graph does not know `{}`; did you mean `{}`?",
                                                 unknown.name, unknown.near);
    notification.severity = "WARNING";
    return notification;
}

// A running query: owns everything that its operators refer to. One that writes runs to its end in
// start(), so that its changes are committed before the first row is given.
class RunningQuery final : public Cursor {
public:
    RunningQuery(std::shared_ptr<const Snapshot> snapshot, Transaction* transaction,
                 PlannedQuery planned, Map parameters, const Limits& limits)
        : snapshot_{std::move(snapshot)}, transaction_{transaction}, planned_{std::move(planned)},
          parameters_{std::move(parameters)}, context_{*snapshot_, parameters_,
                                                       planned_.frame_width},
          rows_left_{limits.rows}, limits_rows_{limits.rows != 0} {
        summary_.version = snapshot_->version();
        for (const auto& unknown : planned_.unknown_names)
            summary_.notifications.push_back(notification_of(unknown));
        summary_.kind = !planned_.writes                              ? QueryKind::Read
                        : planned_.reads || !planned_.columns.empty() ? QueryKind::ReadWrite
                                                                      : QueryKind::Write;
        if (transaction_ != nullptr) context_.write_to(*transaction_);
        if (limits.time.count() > 0)
            context_.limit_time(std::chrono::steady_clock::now() + limits.time);
        if (limits.memory_bytes > 0) context_.limit_memory(limits.memory_bytes);
        context_.cancel_with(limits.cancel);
    }

    void start(const std::shared_ptr<const Procedures>& procedures) {
        context_.ask_with(nested_queries(context_, procedures));
        root_ = build(*planned_.plan, context_);
        if (transaction_ != nullptr) finish_writing();
    }
    void explain(std::string_view text) { summary_.plan = describe(planned_, text); }

    const std::vector<std::string>& columns() const override { return planned_.columns; }
    const Snapshot& graph() const override { return *snapshot_; }
    const Summary& summary() const override { return summary_; }

    bool next(std::vector<Value>& row) override {
        if (planned_.columns.empty()) {
            while (pull_batch()) context_.check();
            return false;
        }
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
    void finish_writing() {
        while (auto batch = pull_batch()) {
            if (planned_.columns.empty()) continue;
            own_strings(*batch);
            finished_.push_back(std::move(*batch));
        }
        root_.reset();
        summary_.counters = to_counters(context_.changes());
    }

    // Nothing once the query is over, or once it failed.
    std::optional<Batch> pull_batch() {
        if (!root_) return {};
        auto root = std::exchange(root_, nullptr);
        Batch batch;
        if (!root->next(batch)) return {};
        root_ = std::move(root);
        return batch;
    }

    std::optional<Batch> next_batch() {
        if (transaction_ == nullptr) return pull_batch();
        if (at_finished_ == finished_.size()) return {};
        return std::move(finished_[at_finished_++]);
    }

    bool pull() {
        at_ = 0;
        columns_.clear();
        auto batch = next_batch();
        batch_ = batch ? std::move(*batch) : Batch{};
        if (!batch) return false;
        for (const auto slot : planned_.slots) columns_.push_back(&batch_.column(slot));
        return true;
    }

    std::shared_ptr<const Snapshot> snapshot_; // shared with the store, which may move on meanwhile
    Transaction* transaction_;                 // the same object, or nullptr
    PlannedQuery planned_;
    Map parameters_;
    RunContext context_;
    OperatorPointer root_;
    std::vector<Batch> finished_;
    std::size_t at_finished_ = 0;
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

struct Prepared {
    PlannedQuery planned;
    syntax::ExplainMode mode;
};

Prepared prepare(std::string_view text, const Snapshot& snapshot, const Procedures& procedures,
                 const Map& parameters) {
    try {
        const auto statement = syntax::parse(text);
        if (statement.explain == syntax::ExplainMode::Profile)
            throw Error{ErrorCode::Unsupported, "`PROFILE` cannot run yet; `EXPLAIN` can",
                        Span{0, 7}};
        Prepared prepared{plan(statement, text, snapshot, procedures), statement.explain};
        if (prepared.mode == syntax::ExplainMode::None)
            check_parameters(prepared.planned, parameters);
        return prepared;
    } catch (const Error& error) {
        throw error.as_compile_time();
    }
}

std::unique_ptr<Cursor> run_reading(std::shared_ptr<const Snapshot> snapshot,
                                    const std::shared_ptr<const Procedures>& procedures,
                                    const Prepared& prepared, std::string_view text,
                                    const Map& parameters, const Limits& limits) {
    auto running = std::make_unique<RunningQuery>(std::move(snapshot), nullptr, prepared.planned,
                                                  parameters, limits);
    if (prepared.mode == syntax::ExplainMode::Explain)
        running->explain(text);
    else
        running->start(procedures);
    return running;
}

} // namespace

Engine::Engine(Store& store) : store_{store}, procedures_{std::make_shared<const Procedures>()} {}
Engine::~Engine() = default;

std::shared_ptr<const Procedures> Engine::procedures() const {
    const std::scoped_lock lock{guard_};
    return procedures_;
}

void Engine::add_procedure(Procedure procedure) {
    const std::scoped_lock lock{guard_};
    auto changed = std::make_shared<Procedures>(*procedures_);
    changed->add(std::move(procedure));
    procedures_ = std::move(changed);
}

void Engine::reset_procedures() {
    const std::scoped_lock lock{guard_};
    procedures_ = std::make_shared<const Procedures>();
}

std::unique_ptr<Cursor> Engine::run(std::string_view text, const Map& parameters,
                                    const Limits& limits) {
    auto snapshot = store_.snapshot();
    const auto known = procedures();
    const auto prepared = prepare(text, *snapshot, *known, parameters);
    if (prepared.mode == syntax::ExplainMode::Explain || !prepared.planned.writes)
        return run_reading(std::move(snapshot), known, prepared, text, parameters, limits);
    snapshot.reset();
    // Planned again on what the writer sees: the graph may have changed while it waited.
    const std::shared_ptr<Transaction> transaction = store_.begin();
    auto running = std::make_unique<RunningQuery>(
        transaction, transaction.get(), prepare(text, *transaction, *known, parameters).planned,
        parameters, limits);
    running->start(known);
    transaction->commit();
    return running;
}

std::string render(const Error& error, std::string_view text) {
    return syntax::render(error, text);
}

} // namespace lintas::query
