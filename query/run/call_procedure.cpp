#include "query/run/call_procedure.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "query/procedures/procedure.h"
#include "query/run/evaluate.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

// The argument as the parameter takes it: an integer becomes a float where only that fits.
Value fitted(const Value& argument, const ProcedureField& parameter, const Procedure& procedure,
             Span span) {
    if (argument.is_null() || overlaps(accepted_by(argument), parameter.type)) return argument;
    if (argument.is(ValueType::Integer) && overlaps(Accepts::Float, parameter.type))
        return argument.number();
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                fmt::format("Procedure `{}` takes {} as `{}`, not {}", procedure.name,
                            describe(parameter.type), parameter.name, name(argument.type())),
                span};
}

} // namespace

void CallProcedure::start(const Batch& input) {
    arguments_.clear();
    for (const auto& argument : step_.arguments)
        arguments_.push_back(evaluate(*argument, input, context_));
    row_ = 0;
    rows_ = static_cast<std::uint32_t>(input.rows());
    answer_.reset();
}

ProcedureAnswerPointer CallProcedure::call() {
    const auto& procedure = *step_.procedure;
    std::vector<Value> values;
    for (std::size_t i = 0; i < arguments_.size(); ++i)
        values.push_back(fitted(arguments_[i].value(row_), procedure.parameters[i], procedure,
                                step_.arguments[i]->span));
    return procedure.call(values, context_.procedure_context());
}

void CallProcedure::add(const ProcedureBlock& block, RowNumbers& rows) {
    expect(block.size() == step_.procedure->columns.size(), "a procedure gives all its columns");
    if (block.empty()) return;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto& column = block[step_.columns[i].first];
        if (rows.empty())
            columns_[i] = column;
        else
            columns_[i].append(column);
    }
    rows.insert(rows.end(), block.front().size(), row_);
}

void CallProcedure::add_row_without_match(RowNumbers& rows) {
    for (auto& column : columns_) {
        const Column null{Constant{Value{}, 1}};
        if (rows.empty())
            column = null;
        else
            column.append(null);
    }
    rows.push_back(row_);
}

bool CallProcedure::fill(RowNumbers& rows) {
    columns_.assign(step_.columns.size(), Column{});
    const auto has_columns = !step_.procedure->columns.empty();
    while (row_ < rows_) {
        context_.check();
        if (answer_ == nullptr) {
            answer_ = call();
            has_answered_ = false;
        }
        ProcedureBlock block;
        if (answer_->next(block)) {
            has_answered_ = true;
            add(block, rows);
        } else {
            answer_.reset();
            if (!has_columns || (step_.optional && !has_answered_)) add_row_without_match(rows);
            ++row_;
        }
        if (rows.size() >= batch_rows) break;
    }
    return row_ < rows_;
}

void CallProcedure::finish(Batch& out) {
    for (std::size_t i = 0; i < columns_.size(); ++i)
        out.set(step_.columns[i].second, std::move(columns_[i]));
}

} // namespace lintas::query
