#include "server/shell/session.h"

#include "graph/error.h"
#include "server/output/changes_text.h"
#include "server/output/table_writer.h"
#include "server/shell/duration_text.h"
#include "server/shell/stoppable_cursor.h"
#include "server/shell/terminal_size.h"

#include <fmt/format.h>
#include <unistd.h>

namespace lintas::server {

Session::Session(query::Engine& engine, const Store& store, const SessionOptions& options,
                 Sink& output, std::ostream& errors, std::string& query)
    : engine_{engine}, store_{store}, options_{options}, output_{output}, errors_{errors},
      query_{query} {}

std::size_t Session::terminal() const {
    return options_.signals == nullptr ? 0 : terminal_columns(STDOUT_FILENO);
}

std::unique_ptr<query::Cursor> Session::start(const std::string& statement,
                                              const query::Limits& limits) {
    if (!transaction_) return engine_.run(statement, parameters_, limits);
    return transaction_->run(statement, parameters_, limits);
}

void Session::run(const std::string& statement) {
    std::optional<StopOnInterrupt> stop;
    auto limits = options_.limits;
    if (options_.signals != nullptr) limits.cancel = stop.emplace(*options_.signals).token();

    query_ = statement;
    has_failed_ = transaction_.has_value(); // unless it gets to its end
    const auto begin = std::chrono::steady_clock::now();
    const auto cursor = start(statement, limits);
    StoppableCursor answer{*cursor, limits.cancel};
    if (options_.write == server::write_table)
        write_fitted_table(answer, output_, terminal());
    else
        options_.write(answer, output_);
    has_failed_ = false;
    tell(cursor->summary(), std::chrono::steady_clock::now() - begin);
    query_.clear();
}

void Session::tell(const query::Summary& summary, std::chrono::steady_clock::duration time) {
    const auto changes = changes_text(summary.counters);
    if (options_.signals != nullptr)
        remark(fmt::format("{}{}{}", changes, changes.empty() ? "" : "; ", duration_text(time)));
    output_.flush();
    if (options_.signals == nullptr && !changes.empty()) errors_ << changes << '\n';
    for (const auto& notification : summary.notifications)
        errors_ << notification.title << ": " << notification.description << '\n';
    errors_.flush();
}

void Session::remark(std::string_view text) {
    if (options_.signals != nullptr) output_.write(fmt::format("{}\n", text));
}

Value Session::evaluate(const std::string& expression) {
    query_ = fmt::format("RETURN {} AS value", expression);
    const auto cursor = engine_.run(query_, parameters_, options_.limits, query::Access::Read);
    std::vector<Value> row;
    if (cursor->columns().size() != 1 || !cursor->next(row))
        throw Error{ErrorCode::Syntax, fmt::format("`{}` is not one value", expression)};
    query_.clear();
    return row.front();
}

void Session::begin() {
    if (transaction_)
        throw Error{ErrorCode::Transaction,
                    "A transaction is open already; `:commit` or `:rollback` ends it"};
    transaction_.emplace(engine_.begin());
    has_failed_ = false;
}

void Session::require_transaction() const {
    if (!transaction_)
        throw Error{ErrorCode::Transaction, "No transaction is open; `:begin` opens one"};
}

void Session::commit() {
    require_transaction();
    if (has_failed_)
        throw Error{ErrorCode::Transaction,
                    "A statement of this transaction has failed; only `:rollback` is left"};
    auto transaction = std::move(*transaction_);
    transaction_.reset();
    transaction.commit();
}

void Session::roll_back() {
    require_transaction();
    transaction_->roll_back();
    transaction_.reset();
    has_failed_ = false;
}

query::Completion Session::complete(std::string_view text) const {
    return engine_.complete(text, parameters_);
}

void Session::write_table(const std::vector<std::string>& columns,
                          const std::vector<std::vector<Value>>& rows, const Snapshot& graph) {
    TableWriter table{columns, output_, terminal()};
    for (const auto& row : rows) table.add(row, graph);
    table.end();
}

} // namespace lintas::server
