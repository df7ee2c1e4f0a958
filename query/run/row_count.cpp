#include "query/run/row_count.h"

#include <string>

namespace lintas::query {

std::uint64_t row_count(const Expression& count, std::string_view clause, RunContext& context) {
    const auto value = evaluate_constant(count, context);
    if (!value.is(ValueType::Integer)) {
        throw Error{ErrorCode::Syntax, ErrorDetail::InvalidArgumentType,
                    std::string{clause} + " needs an integer, but found `" + to_text(value) + "`",
                    count.span};
    }
    if (value.integer() < 0) {
        throw Error{ErrorCode::Syntax, ErrorDetail::NegativeIntegerArgument,
                    std::string{clause} + " needs an integer from 0 up, but found `" +
                        to_text(value) + "`",
                    count.span};
    }
    return static_cast<std::uint64_t>(value.integer());
}

} // namespace lintas::query
