// value IS :: TYPE
#include "query/run/column_kernel.h"
#include "query/run/evaluator.h"
#include "query/run/type_pattern.h"

namespace lintas::query {

Column Evaluator::operator()(const TypeTestExpression& form) const {
    const TypePattern pattern{form.type};
    const auto column = operand(form.operand);
    return boxed_rows(
        *column, [&](const Value& value) { return Value{pattern.matches(value) != form.negated}; });
}

} // namespace lintas::query
