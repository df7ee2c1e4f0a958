#include "query/run/comparison.h"

#include "graph/compare.h"
#include "graph/expect.h"
#include "query/functions/operators.h"
#include "query/run/column_kernel.h"

#include <functional>
#include <optional>
#include <string_view>
#include <type_traits>

namespace lintas::query {

namespace {

// A constant read like a vector.
template <typename T> struct Repeated {
    T value;
    T operator[](std::size_t) const { return value; }
};

template <typename Left, typename Right, typename Decide>
Booleans decide_rows(std::size_t rows, const Left& left, const Right& right, Decide decide) {
    Booleans results(rows);
    for (std::size_t row = 0; row < rows; ++row) results[row] = decide(left[row], right[row]);
    return results;
}

bool is_equality(BinaryKind kind) {
    return kind == BinaryKind::Equal || kind == BinaryKind::NotEqual;
}

[[noreturn]] void refuse_kind() {
    expect(false, "a comparison is one of the six comparisons");
    std::terminate();
}

template <typename Left, typename Right>
Booleans compare_rows(BinaryKind kind, std::size_t rows, const Left& left, const Right& right) {
    if (kind == BinaryKind::Equal) return decide_rows(rows, left, right, std::equal_to<>{});
    if (kind == BinaryKind::NotEqual) return decide_rows(rows, left, right, std::not_equal_to<>{});
    if (kind == BinaryKind::Less) return decide_rows(rows, left, right, std::less<>{});
    if (kind == BinaryKind::LessOrEqual) return decide_rows(rows, left, right, std::less_equal<>{});
    if (kind == BinaryKind::Greater) return decide_rows(rows, left, right, std::greater<>{});
    if (kind == BinaryKind::GreaterOrEqual) {
        return decide_rows(rows, left, right, std::greater_equal<>{});
    }
    refuse_kind();
}

std::optional<std::int64_t> datum(const Value& value, const Integers*) {
    return value.is(ValueType::Integer) ? std::optional{value.integer()} : std::nullopt;
}
std::optional<double> datum(const Value& value, const Floats*) {
    return value.is(ValueType::Float) ? std::optional{value.floating()} : std::nullopt;
}
std::optional<std::string_view> datum(const Value& value, const Strings*) {
    return value.is(ValueType::String) ? std::optional<std::string_view>{value.string()}
                                       : std::nullopt;
}
std::optional<std::uint8_t> datum(const Value& value, const Booleans*) {
    return value.is(ValueType::Boolean) ? std::optional<std::uint8_t>{value.boolean()}
                                        : std::nullopt;
}
std::optional<NodeId> datum(const Value& value, const Nodes*) {
    return value.is(ValueType::Node) ? std::optional{value.node()} : std::nullopt;
}
std::optional<RelationshipId> datum(const Value& value, const Relationships*) {
    return value.is(ValueType::Relationship) ? std::optional{value.relationship()} : std::nullopt;
}

// The constant of a column as a datum of the vector.
template <typename Vector> auto constant_datum(const Column& column) {
    const auto* constant = column.get<Constant>();
    const Vector* like = nullptr;
    return constant ? datum(constant->value, like) : datum(Value{}, like);
}

// nullopt unless both columns are of the vector's type, and one of them is a vector.
template <typename Vector>
std::optional<Booleans> compare_typed(BinaryKind kind, const Column& left, const Column& right) {
    using Datum = typename Vector::value_type;
    const auto* one = left.get<Vector>();
    const auto* other = right.get<Vector>();
    if (one && other) return compare_rows(kind, one->size(), *one, *other);
    if (one) {
        const auto constant = constant_datum<Vector>(right);
        if (constant) return compare_rows(kind, one->size(), *one, Repeated<Datum>{*constant});
    }
    if (other) {
        const auto constant = constant_datum<Vector>(left);
        if (constant) return compare_rows(kind, other->size(), Repeated<Datum>{*constant}, *other);
    }
    return std::nullopt;
}

// Nodes and relationships have no order.
template <typename Vector>
std::optional<Booleans> equate_typed(BinaryKind kind, const Column& left, const Column& right) {
    return is_equality(kind) ? compare_typed<Vector>(kind, left, right) : std::nullopt;
}

std::optional<Booleans> compare_typed_columns(BinaryKind kind, const Column& left,
                                              const Column& right) {
    if (auto result = compare_typed<Integers>(kind, left, right)) return result;
    if (auto result = compare_typed<Strings>(kind, left, right)) return result;
    if (auto result = compare_typed<Floats>(kind, left, right)) return result;
    if (auto result = compare_typed<Booleans>(kind, left, right)) return result;
    if (auto result = equate_typed<Nodes>(kind, left, right)) return result;
    return equate_typed<Relationships>(kind, left, right);
}

std::optional<bool> decide(BinaryKind kind, const Value& left, const Value& right) {
    if (is_equality(kind)) {
        const auto same = equal(left, right);
        return same && kind == BinaryKind::NotEqual ? std::optional{!*same} : same;
    }
    const auto order = compare(left, right);
    if (!order) return std::nullopt;
    if (kind == BinaryKind::Less) return *order < 0;
    if (kind == BinaryKind::LessOrEqual) return *order <= 0;
    if (kind == BinaryKind::Greater) return *order > 0;
    if (kind == BinaryKind::GreaterOrEqual) return *order >= 0;
    refuse_kind();
}

} // namespace

Column compare_columns(BinaryKind kind, const Column& left, const Column& right) {
    if (is_null_constant(left) || is_null_constant(right)) return null_column(left.size());
    if (auto results = compare_typed_columns(kind, left, right)) {
        return {std::move(*results), either_null(left.nulls(), right.nulls())};
    }
    return boxed_rows(left, right, [kind](const Value& one, const Value& other) {
        return truth(decide(kind, one, other));
    });
}

} // namespace lintas::query
