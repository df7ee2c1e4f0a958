// What the kernels over columns share: constants, the fallback on boxed values, null marks.
//
// Invariant: a Constant column has no null marks. A kernel over constants only gives a constant and
// computes it once.
#pragma once

#include "graph/column.h"
#include "query/run/value_reader.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace lintas::query {

using NullMarks = std::vector<std::uint8_t>;

// Null in every row.
inline Column null_column(std::size_t rows) { return Column{Constant{{}, rows}}; }

inline bool is_null_constant(const Column& column) {
    const auto* constant = column.get<Constant>();
    return constant && constant->value.is_null();
}

// Marks the rows where one of them is null.
inline NullMarks either_null(std::span<const std::uint8_t> left,
                             std::span<const std::uint8_t> right) {
    if (left.empty()) return {right.begin(), right.end()};
    NullMarks marks{left.begin(), left.end()};
    for (std::size_t row = 0; row < right.size(); ++row) marks[row] |= right[row];
    return marks;
}

// compute(value) for each row.
template <typename Compute> Column boxed_rows(const Column& column, Compute compute) {
    if (const auto* constant = column.get<Constant>()) {
        return Column{Constant{compute(constant->value), constant->rows}};
    }
    ValueReader values{column};
    Boxed results;
    results.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) results.push_back(compute(values[row]));
    return typed_column(std::move(results));
}

// compute(left, right) for each row.
template <typename Compute>
Column boxed_rows(const Column& left, const Column& right, Compute compute) {
    const auto* one = left.get<Constant>();
    const auto* other = right.get<Constant>();
    if (one && other) return Column{Constant{compute(one->value, other->value), one->rows}};
    ValueReader left_values{left};
    ValueReader right_values{right};
    Boxed results;
    results.reserve(left.size());
    for (std::size_t row = 0; row < left.size(); ++row) {
        results.push_back(compute(left_values[row], right_values[row]));
    }
    return typed_column(std::move(results));
}

} // namespace lintas::query
