#include "query/run/in_transactions.h"

#include "graph/error.h"
#include "query/run/column_kernel.h"
#include "query/run/row_count.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace lintas::query {

namespace {

constexpr std::size_t usual_size = 1'000;

// What ends the whole statement, whatever is to follow when a part fails.
bool ends_statement(const Error& error) {
    return error.code() == ErrorCode::Limit || error.code() == ErrorCode::Storage ||
           error.code() == ErrorCode::Internal;
}

void add(Changes& all, const Changes& part) {
    all.nodes_created += part.nodes_created;
    all.nodes_deleted += part.nodes_deleted;
    all.relationships_created += part.relationships_created;
    all.relationships_deleted += part.relationships_deleted;
    all.properties_set += part.properties_set;
    all.labels_added += part.labels_added;
    all.labels_removed += part.labels_removed;
}

} // namespace

InTransactions::InTransactions(const TransactionsStep& step, OperatorPointer input,
                               RunContext& context)
    : step_{step}, context_{context}, input_{std::move(input), context} {}

void InTransactions::begin() {
    size_ = usual_size;
    if (step_.size) size_ = row_count(*step_.size, "`OF ... ROWS`", context_);
    if (size_ == 0)
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    "`OF ... ROWS` needs at least one row"};
}

bool InTransactions::next(Batch& out) {
    if (input_.read()) begin();
    while (at_ == results_.size()) {
        auto part = take_part();
        if (part.empty()) {
            if (size_ != 0) context_.transactions().show_newest();
            size_ = 0;
            return false;
        }
        at_ = 0;
        run(std::move(part));
    }
    out = std::move(results_[at_++]);
    return true;
}

InTransactions::Part InTransactions::take_part() {
    Part part;
    for (auto missing = size_; missing > 0;) {
        if (!rest_) {
            Batch batch;
            if (!input_.next(batch)) break;
            rest_ = std::move(batch);
        }
        const auto rows = std::min(missing, rest_->rows());
        part.push_back(rest_->slice(0, rows));
        missing -= rows;
        if (rows == rest_->rows())
            rest_.reset();
        else
            rest_ = rest_->slice(rows, rest_->rows() - rows);
    }
    return part;
}

void InTransactions::run(Part part) {
    context_.check();
    ++number_;
    if (is_broken_) {
        results_ = without_results(part);
        return add_status(results_, false, false, Value{});
    }
    try {
        results_ = answers_of(part);
        add_status(results_, true, true, Value{});
    } catch (const Error& error) {
        if (step_.on_failure == PartFailure::Ends || ends_statement(error)) throw;
        is_broken_ = step_.on_failure == PartFailure::Breaks;
        results_ = without_results(part);
        add_status(results_, true, false, Value{error.what()});
    }
}

std::vector<Batch> InTransactions::answers_of(const Part& part) {
    std::vector<Batch> answers;
    const auto transaction = context_.transactions().begin();
    RunContext inner{transaction->graph(), context_.parameters(), context_.frame_width()};
    inner.run_within(context_);
    inner.import_from(context_.import_folder());
    if (context_.profile() != nullptr) inner.measure_in(*context_.profile());
    inner.call_context().statement_time = context_.call_context().statement_time;
    transaction->enter(inner);
    for (const auto& batch : part) {
        const auto body = build(*step_.body, inner, &batch);
        for (Batch answer; body->next(answer); answer = Batch{}) {
            inner.check();
            own_strings(answer);
            answers.push_back(std::move(answer));
        }
    }
    transaction->commit();
    add(context_.changes(), inner.changes());
    return answers;
}

std::vector<Batch> InTransactions::without_results(const Part& part) const {
    auto rows = part;
    for (auto& batch : rows)
        for (const auto slot : step_.results) batch.set(slot, null_column(batch.rows()));
    return rows;
}

void InTransactions::add_status(std::vector<Batch>& batches, bool is_started, bool is_committed,
                                const Value& message) const {
    if (!step_.status) return;
    const Value id = is_started ? Value{fmt::format("{}", number_)} : Value{};
    const Value status{Map{{"started", Value{is_started}},
                           {"committed", Value{is_committed}},
                           {"transactionId", id},
                           {"errorMessage", message}}};
    for (auto& batch : batches) batch.set(*step_.status, Column{Constant{status, batch.rows()}});
}

} // namespace lintas::query
