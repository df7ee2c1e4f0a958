#include "query/running_query.h"

#include "graph/error.h"
#include "query/check_parameters.h"
#include "query/explain.h"
#include "query/nested_query.h"
#include "query/run/drained.h"
#include "query/syntax/parser.h"

#include <fmt/format.h>

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
    counters.indexes_added = changes.indexes_added;
    counters.indexes_removed = changes.indexes_removed;
    counters.constraints_added = changes.constraints_added;
    counters.constraints_removed = changes.constraints_removed;
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

} // namespace

Prepared prepare(std::string_view text, const Snapshot& snapshot, const Procedures& procedures,
                 const Indexes& indexes, const Map& parameters) {
    try {
        const auto statement = syntax::parse(text);
        Prepared prepared{plan(statement, text, snapshot, procedures, &indexes), statement.explain};
        if (prepared.mode != syntax::ExplainMode::Explain)
            check_parameters(text, prepared.planned.parameters, parameters);
        return prepared;
    } catch (const Error& error) {
        throw error.as_compile_time();
    }
}

RunningQuery::RunningQuery(std::shared_ptr<const Snapshot> snapshot,
                           std::shared_ptr<Indexes> indexes, Writing* writing, PlannedQuery planned,
                           Map parameters, const Limits& limits, Deadline deadline)
    : snapshot_{std::move(snapshot)}, writing_{writing}, indexes_{std::move(indexes), *snapshot_},
      planned_{std::move(planned)}, parameters_{std::move(parameters)},
      context_{*snapshot_, parameters_, planned_.frame_width}, most_rows_{limits.rows} {
    summary_.version = snapshot_->version();
    for (const auto& unknown : planned_.unknown_names)
        summary_.notifications.push_back(notification_of(unknown));
    summary_.kind = planned_.changes_schema                         ? QueryKind::Schema
                    : !planned_.writes && !planned_.in_transactions ? QueryKind::Read
                    : planned_.reads || !planned_.columns.empty()   ? QueryKind::ReadWrite
                                                                    : QueryKind::Write;
    context_.use_indexes(writing_ != nullptr ? &writing_->indexes() : &indexes_);
    if (writing_ != nullptr) context_.write_to(writing_->transaction());
    if (deadline) context_.limit_time(*deadline);
    if (limits.memory_bytes > 0) context_.limit_memory(limits.memory_bytes);
    context_.cancel_with(limits.cancel);
    context_.import_from(limits.import_folder);
}

void RunningQuery::commit_through(std::unique_ptr<TransactionSource> source) {
    source_ = std::move(source);
    context_.commit_through(*source_);
}

const ZonedDateTime& RunningQuery::transaction_time() {
    return context_.call_context().transaction_time;
}

void RunningQuery::set_transaction_time(const ZonedDateTime& time) {
    context_.call_context().transaction_time = time;
}

void RunningQuery::start(const std::shared_ptr<const Procedures>& procedures) {
    const Metering metering{context_.meter()};
    context_.ask_with(nested_queries(context_, procedures));
    root_ = build(*planned_.plan, context_);
    if (runs_at_once()) finish_at_once();
}

void RunningQuery::explain(std::string_view text) { summary_.plan = describe(planned_, text); }

void RunningQuery::measure(std::string_view text) {
    measured_text_ = text;
    summary_.profiled = true;
    context_.measure_in(profile_);
}

bool RunningQuery::next(std::vector<Value>& row) {
    if (planned_.columns.empty()) {
        while (pull_batch()) context_.check();
        return false;
    }
    if (at_ == batch_.rows() && !pull()) return false;
    if (!runs_at_once()) count_rows(1);
    row.resize(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) row[i] = columns_[i]->value(at_);
    ++at_;
    return true;
}

void RunningQuery::finish_at_once() {
    while (auto batch = pull_batch()) {
        if (planned_.columns.empty()) continue;
        count_rows(batch->rows());
        own_strings(*batch);
        finished_.push_back(std::move(*batch));
    }
    root_.reset();
    if (writing_ != nullptr) writing_->end_statement();
    summary_.counters = to_counters(context_.changes());
    summary_.version = snapshot_->version();
}

std::optional<Batch> RunningQuery::pull_batch() {
    if (!root_) return {};
    const Metering metering{context_.meter()};
    auto root = std::exchange(root_, nullptr);
    Batch batch;
    if (!root->next(batch)) {
        if (summary_.profiled) summary_.plan = describe(planned_, measured_text_, &profile_);
        return {};
    }
    root_ = std::move(root);
    return batch;
}

std::optional<Batch> RunningQuery::next_batch() {
    if (!runs_at_once()) return pull_batch();
    if (at_finished_ == finished_.size()) return {};
    return std::move(finished_[at_finished_++]);
}

bool RunningQuery::pull() {
    at_ = 0;
    columns_.clear();
    auto batch = next_batch();
    batch_ = batch ? std::move(*batch) : Batch{};
    if (!batch) return false;
    for (const auto slot : planned_.slots) columns_.push_back(&batch_.column(slot));
    return true;
}

void RunningQuery::count_rows(std::size_t rows) {
    rows_ += rows;
    if (most_rows_ == 0 || rows_ <= most_rows_) return;
    root_.reset();
    batch_ = Batch{};
    at_ = 0;
    throw Error{ErrorCode::Limit, "The answer has more rows than are allowed; add a `LIMIT`"};
}

} // namespace lintas::query
