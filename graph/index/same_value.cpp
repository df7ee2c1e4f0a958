#include "graph/index/same_value.h"

#include "graph/compare.h"

namespace lintas {

bool same_value(const Column& left, std::size_t left_row, const Column& right,
                std::size_t right_row) {
    if (left.is_null(left_row) || right.is_null(right_row))
        return left.is_null(left_row) && right.is_null(right_row);
    const auto* left_texts = left.get<Strings>();
    const auto* right_texts = right.get<Strings>();
    if (left_texts && right_texts) return (*left_texts)[left_row] == (*right_texts)[right_row];
    const auto* left_numbers = left.get<Integers>();
    const auto* right_numbers = right.get<Integers>();
    if (left_numbers && right_numbers)
        return (*left_numbers)[left_row] == (*right_numbers)[right_row];
    return equivalent(left.value(left_row), right.value(right_row));
}

bool same_value(const Column& column, std::size_t row, const Value& value) {
    if (column.is_null(row) || value.is_null()) return column.is_null(row) && value.is_null();
    if (const auto* texts = column.get<Strings>(); texts && value.is(ValueType::String))
        return (*texts)[row] == value.string();
    if (const auto* numbers = column.get<Integers>(); numbers && value.is(ValueType::Integer))
        return (*numbers)[row] == value.integer();
    return equivalent(column.value(row), value);
}

} // namespace lintas
