// Calls of scalar functions.
#include "query/run/column_kernel.h"
#include "query/run/evaluator.h"

#include <algorithm>
#include <vector>

namespace lintas::query {

namespace {

// A single call may build a list of millions.
constexpr std::size_t calls_between_checks = 16;

bool all_constant(const std::vector<Operand>& operands) {
    return std::ranges::all_of(
        operands, [](const Operand& operand) { return operand->get<Constant>() != nullptr; });
}

// The one function that does not need all of its arguments.
bool is_coalesce(const ScalarFunction* function) {
    static const auto* coalesce = find_function("coalesce");
    return function == coalesce;
}

} // namespace

Column Evaluator::operator()(const FunctionExpression& form) const {
    if (is_coalesce(form.function)) return coalesce(form);
    std::vector<Operand> operands;
    operands.reserve(form.arguments.size());
    for (const auto& argument : form.arguments) operands.push_back(operand(argument));

    std::vector<Value> arguments(operands.size());
    const auto call_for = [&](std::size_t row) {
        for (std::size_t at = 0; at < operands.size(); ++at) {
            arguments[at] = operands[at]->value(row);
        }
        return call(*form.function, arguments, context.call_context());
    };
    if (form.function->deterministic && all_constant(operands)) {
        return Column{Constant{call_for(0), batch.rows()}};
    }
    Boxed results;
    results.reserve(batch.rows());
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        if (row % calls_between_checks == 0) context.check();
        results.push_back(call_for(row));
    }
    return typed_column(std::move(results));
}

} // namespace lintas::query
