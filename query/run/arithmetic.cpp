#include "query/run/arithmetic.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "query/functions/operators.h"
#include "query/run/column_kernel.h"

#include <optional>

namespace lintas::query {

namespace {

using BinaryFunction = Value (*)(const Value&, const Value&);

BinaryFunction boxed_function(BinaryKind kind) {
    switch (kind) {
        using enum BinaryKind;
    case Add: return add;
    case Subtract: return subtract;
    case Multiply: return multiply;
    case Divide: return divide;
    case Modulo: return modulo;
    case Power: return power;
    case Concatenate: return concatenate;
    case Or:
    case Xor:
    case And:
    case Equal:
    case NotEqual:
    case Less:
    case LessOrEqual:
    case Greater:
    case GreaterOrEqual:
    case StartsWith:
    case EndsWith:
    case Contains:
    case Matches:
    case In: break;
    }
    expect(false, "arithmetic is one of + - * / % ^ ||");
    return nullptr;
}

// Each sets `result` and returns true when the integers have no such result.
struct CheckedAdd {
    bool operator()(std::int64_t left, std::int64_t right, std::int64_t& result) const {
        return __builtin_add_overflow(left, right, &result);
    }
    double operator()(double left, double right) const { return left + right; }
};
struct CheckedSubtract {
    bool operator()(std::int64_t left, std::int64_t right, std::int64_t& result) const {
        return __builtin_sub_overflow(left, right, &result);
    }
    double operator()(double left, double right) const { return left - right; }
};
struct CheckedMultiply {
    bool operator()(std::int64_t left, std::int64_t right, std::int64_t& result) const {
        return __builtin_mul_overflow(left, right, &result);
    }
    double operator()(double left, double right) const { return left * right; }
};

// Integers of a vector or of a constant.
class IntegerReader {
public:
    explicit IntegerReader(const Column& column) : vector_{column.get<Integers>()} {
        const auto* constant = column.get<Constant>();
        if (constant && constant->value.is(ValueType::Integer)) value_ = constant->value.integer();
    }
    bool fits() const { return vector_ || value_; }
    std::int64_t operator[](std::size_t row) const { return vector_ ? (*vector_)[row] : *value_; }

private:
    const Integers* vector_;
    std::optional<std::int64_t> value_;
};

// Numbers of a vector or of a constant, as floats.
class FloatReader {
public:
    explicit FloatReader(const Column& column)
        : floats_{column.get<Floats>()}, integers_{column.get<Integers>()} {
        const auto* constant = column.get<Constant>();
        if (constant && constant->value.is_number()) value_ = constant->value.number();
    }
    bool fits() const { return floats_ || integers_ || value_; }
    double operator[](std::size_t row) const {
        if (floats_) return (*floats_)[row];
        return integers_ ? static_cast<double>((*integers_)[row]) : *value_;
    }

private:
    const Floats* floats_;
    const Integers* integers_;
    std::optional<double> value_;
};

template <typename Operation>
Column compute_integers(const IntegerReader& left, const IntegerReader& right, NullMarks nulls,
                        std::size_t rows, BinaryFunction boxed) {
    Integers results(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (!nulls.empty() && nulls[row]) continue;
        const bool overflows = Operation{}(left[row], right[row], results[row]);
        if (overflows) boxed(left[row], right[row]); // throws the error with its words
    }
    return {std::move(results), std::move(nulls)};
}

template <typename Operation>
Column compute_floats(const FloatReader& left, const FloatReader& right, NullMarks nulls,
                      std::size_t rows) {
    Floats results(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        results[row] = Operation{}(left[row], right[row]);
    }
    return {std::move(results), std::move(nulls)};
}

// nullopt unless both columns are numbers throughout, and not both constant.
template <typename Operation>
std::optional<Column> compute_numbers(const Column& left, const Column& right,
                                      BinaryFunction boxed) {
    if (left.get<Constant>() && right.get<Constant>()) return std::nullopt;
    const auto rows = left.size();
    const IntegerReader left_integers{left};
    const IntegerReader right_integers{right};
    auto nulls = either_null(left.nulls(), right.nulls());
    if (left_integers.fits() && right_integers.fits()) {
        return compute_integers<Operation>(left_integers, right_integers, std::move(nulls), rows,
                                           boxed);
    }
    const FloatReader left_floats{left};
    const FloatReader right_floats{right};
    if (!left_floats.fits() || !right_floats.fits()) return std::nullopt;
    return compute_floats<Operation>(left_floats, right_floats, std::move(nulls), rows);
}

std::optional<Column> compute_typed(BinaryKind kind, const Column& left, const Column& right) {
    if (kind == BinaryKind::Add) return compute_numbers<CheckedAdd>(left, right, add);
    if (kind == BinaryKind::Subtract) {
        return compute_numbers<CheckedSubtract>(left, right, subtract);
    }
    if (kind == BinaryKind::Multiply) {
        return compute_numbers<CheckedMultiply>(left, right, multiply);
    }
    return std::nullopt;
}

} // namespace

Column compute_columns(BinaryKind kind, const Column& left, const Column& right) {
    if (is_null_constant(left) || is_null_constant(right)) return null_column(left.size());
    if (auto results = compute_typed(kind, left, right)) return std::move(*results);
    return boxed_rows(left, right, boxed_function(kind));
}

Column negate_column(const Column& column) { return boxed_rows(column, negate); }

Column plus_column(const Column& column) {
    return boxed_rows(column, [](const Value& value) {
        if (value.is_null() || value.is_number() || value.is(ValueType::Duration)) return value;
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    "The sign `+` needs a number, but found `" + to_text(value) + "`"};
    });
}

} // namespace lintas::query
