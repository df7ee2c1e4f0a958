#include "query/run/evaluate.h"

#include "query/plan/slots_of.h"
#include "query/run/column_kernel.h"
#include "query/run/evaluator.h"
#include "query/run/truths.h"
#include "query/run/with_span.h"

namespace lintas::query {

namespace {

// A loop over a list that no row has a part in gives the same for all rows.
bool is_same_for_all_rows(const Expression& expression) {
    const bool is_loop = std::holds_alternative<ComprehensionExpression>(expression.form) ||
                         std::holds_alternative<QuantifierExpression>(expression.form) ||
                         std::holds_alternative<ReduceExpression>(expression.form);
    return is_loop && is_constant(expression);
}

Column evaluate_form(const Expression& expression, const Batch& batch, RunContext& context) {
    return std::visit(Evaluator{batch, context, expression.span}, expression.form);
}

} // namespace

Column Evaluator::operator()(const ConstantExpression& form) const {
    return Column{Constant{form.value, batch.rows()}};
}

Column Evaluator::operator()(const ParameterExpression& form) const {
    const auto found = context.parameters().find(form.name);
    if (found == context.parameters().end()) {
        throw Error{ErrorCode::ParameterMissing, ErrorDetail::MissingParameter,
                    "Parameter `$" + form.name + "` has no value"};
    }
    return Column{Constant{found->second, batch.rows()}};
}

Column Evaluator::operator()(const SlotExpression& form) const { return batch.column(form.slot); }

Column evaluate(const Expression& expression, const Batch& batch, RunContext& context) {
    if (batch.rows() == 0) return null_column(0); // no row reaches it, so nothing may fail
    return with_span(expression.span, [&] {
        if (batch.rows() == 1 || !is_same_for_all_rows(expression)) {
            return evaluate_form(expression, batch, context);
        }
        const auto once = evaluate_form(expression, batch.slice(0, 1), context);
        return Column{Constant{once.value(0), batch.rows()}};
    });
}

RowNumbers true_rows(const Expression& predicate, const Batch& batch, RunContext& context) {
    const Operand truth{predicate, batch, context};
    return true_rows_of(*truth, "A predicate", predicate.span);
}

Value evaluate_constant(const Expression& expression, RunContext& context) {
    return evaluate(expression, Batch{context.frame_width(), 1}, context).value(0);
}

} // namespace lintas::query
