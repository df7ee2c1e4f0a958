#include "query/run/truths.h"

#include <string>

namespace lintas::query {

namespace {

[[noreturn]] void refuse(const Value& value, std::string_view user, Span span) {
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                std::string{user} + " needs a boolean, but found `" + to_text(value) + "`", span};
}

Truth truth_of(const Value& value, std::string_view user, Span span) {
    if (value.is_null()) return Truth::Null;
    if (!value.is(ValueType::Boolean)) refuse(value, user, span);
    return value.boolean() ? Truth::True : Truth::False;
}

Truths typed_truths(const Booleans& values, std::span<const std::uint8_t> nulls) {
    Truths truths(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        truths[row] = values[row] ? Truth::True : Truth::False;
    }
    for (std::size_t row = 0; row < nulls.size(); ++row) {
        if (nulls[row]) truths[row] = Truth::Null;
    }
    return truths;
}

// Writes every row number and moves on only past the true ones: no branch to mispredict.
RowNumbers true_rows_of(const Booleans& values) {
    RowNumbers rows(values.size());
    std::size_t count = 0;
    for (std::size_t row = 0; row < values.size(); ++row) {
        rows[count] = static_cast<std::uint32_t>(row);
        count += values[row] != 0;
    }
    rows.resize(count);
    return rows;
}

} // namespace

Truths truths_of(const Column& column, std::string_view user, Span span) {
    if (const auto* values = column.get<Booleans>()) return typed_truths(*values, column.nulls());
    if (const auto* constant = column.get<Constant>()) {
        return Truths(constant->rows, truth_of(constant->value, user, span));
    }
    Truths truths(column.size());
    for (std::size_t row = 0; row < truths.size(); ++row) {
        truths[row] = column.is_null(row) ? Truth::Null : truth_of(column.value(row), user, span);
    }
    return truths;
}

Column column_of(const Truths& truths) {
    Booleans values(truths.size());
    std::vector<std::uint8_t> nulls(truths.size());
    bool any_null = false;
    for (std::size_t row = 0; row < truths.size(); ++row) {
        values[row] = truths[row] == Truth::True;
        nulls[row] = truths[row] == Truth::Null;
        any_null |= truths[row] == Truth::Null;
    }
    if (!any_null) nulls.clear();
    return {std::move(values), std::move(nulls)};
}

RowNumbers true_rows_of(const Column& column, std::string_view user, Span span) {
    const auto* values = column.get<Booleans>();
    if (values && !column.may_be_null()) return true_rows_of(*values);
    const auto truths = truths_of(column, user, span);
    RowNumbers rows;
    for (std::size_t row = 0; row < truths.size(); ++row) {
        if (truths[row] == Truth::True) rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

} // namespace lintas::query
