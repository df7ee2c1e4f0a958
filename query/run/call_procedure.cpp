#include "query/run/call_procedure.h"

#include "graph/error.h"
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

ProcedureRows CallProcedure::call(const std::vector<Column>& arguments, std::size_t row) const {
    const auto& procedure = *step_.procedure;
    std::vector<Value> values;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        values.push_back(fitted(arguments[i].value(row), procedure.parameters[i], procedure,
                                step_.arguments[i]->span));
    return procedure.call(values, context_.call_context());
}

Batch CallProcedure::joined(const Batch& input) const {
    std::vector<Column> arguments;
    for (const auto& argument : step_.arguments)
        arguments.push_back(evaluate(*argument, input, context_));
    RowNumbers rows;
    std::vector<Boxed> columns(step_.columns.size());
    const auto has_columns = !step_.procedure->columns.empty();
    for (std::uint32_t row = 0; row < input.rows(); ++row) {
        context_.check();
        auto found = call(arguments, row);
        if (!has_columns) found.assign(1, {});
        if (found.empty() && step_.optional)
            found.emplace_back(step_.procedure->columns.size(), Value{});
        for (auto& values : found) {
            rows.push_back(row);
            for (std::size_t i = 0; i < columns.size(); ++i)
                columns[i].push_back(values[step_.columns[i].first]);
        }
    }
    auto batch = input.select(std::move(rows));
    for (std::size_t i = 0; i < columns.size(); ++i)
        batch.set(step_.columns[i].second, typed_column(std::move(columns[i])));
    return batch;
}

bool CallProcedure::next(Batch& out) {
    for (Batch input; input_->next(input); input = Batch{}) {
        out = joined(input);
        if (out.rows() > 0) return true;
    }
    return false;
}

} // namespace lintas::query
