#include "graph/temporal_arithmetic.h"
#include "query/functions/limits.h"
#include "query/functions/operators.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace lintas::query {

namespace {

bool are_integers(const Value& left, const Value& right) {
    return left.is(ValueType::Integer) && right.is(ValueType::Integer);
}

bool are_numbers(const Value& left, const Value& right) {
    return left.is_number() && right.is_number();
}

[[noreturn]] void refuse_operands(std::string_view sign, const Value& left, const Value& right) {
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                fmt::format("`{}` was given {} and {}, which do not go together", sign,
                            describe(accepted_by(left)), describe(accepted_by(right)))};
}

[[noreturn]] void refuse_overflow(std::string_view sign, std::int64_t left, std::int64_t right) {
    throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                fmt::format("`{} {} {}` is not an integer of 64 bits", left, sign, right)};
}

// The result of an operation on integers, where `overflows` says that it did not fit.
Value checked(bool overflows, std::int64_t result, std::string_view sign, const Value& left,
              const Value& right) {
    if (overflows) refuse_overflow(sign, left.integer(), right.integer());
    return result;
}

// The quotient is the caller's to take: this throws for those that do not exist.
void check_divisor(std::string_view sign, const Value& left, const Value& right) {
    if (right.integer() == 0)
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    fmt::format("`{} {} 0` divides an integer by zero", left.integer(), sign)};
}

// What a temporal operation gave, null for a null operand, an error for all else.
Value or_refuse(std::optional<Value> (*operation)(const Value&, const Value&),
                std::string_view sign, const Value& left, const Value& right) {
    if (left.is_null() || right.is_null()) return {};
    if (auto result = operation(left, right)) return *std::move(result);
    refuse_operands(sign, left, right);
}

Value joined_text(std::string_view left, std::string_view right) {
    check_text_size(left.size() + right.size());
    std::string text;
    text.reserve(left.size() + right.size());
    return std::move(text.append(left).append(right));
}

// Lists as they are, other values as a list of one.
std::span<const Value> elements(const Value& value) {
    if (value.is(ValueType::List)) return value.list();
    return {&value, 1};
}

Value joined_list(const Value& left, const Value& right) {
    const auto first = elements(left);
    const auto second = elements(right);
    check_list_size(first.size() + second.size());
    List list;
    list.reserve(first.size() + second.size());
    list.insert(list.end(), first.begin(), first.end());
    list.insert(list.end(), second.begin(), second.end());
    return Value{std::move(list)};
}

// What may stand beside a string in a sum.
bool is_printable(const Value& value) {
    return overlaps(Accepts::String | Accepts::Number | Accepts::Boolean, accepted_by(value));
}

std::string printed(const Value& value) {
    return value.is(ValueType::String) ? value.string() : to_text(value);
}

} // namespace

Value add(const Value& left, const Value& right) {
    if (are_integers(left, right)) {
        std::int64_t sum = 0;
        const bool overflows = __builtin_add_overflow(left.integer(), right.integer(), &sum);
        return checked(overflows, sum, "+", left, right);
    }
    if (are_numbers(left, right)) return left.number() + right.number();
    if (left.is_null() || right.is_null()) return {};
    if (left.is(ValueType::List) || right.is(ValueType::List)) return joined_list(left, right);
    if (left.is(ValueType::String) && right.is(ValueType::String))
        return joined_text(left.string(), right.string());
    if (left.is(ValueType::String) && is_printable(right))
        return joined_text(left.string(), printed(right));
    if (right.is(ValueType::String) && is_printable(left))
        return joined_text(printed(left), right.string());
    return or_refuse(add_temporal, "+", left, right);
}

Value subtract(const Value& left, const Value& right) {
    if (are_integers(left, right)) {
        std::int64_t difference = 0;
        const bool overflows = __builtin_sub_overflow(left.integer(), right.integer(), &difference);
        return checked(overflows, difference, "-", left, right);
    }
    if (are_numbers(left, right)) return left.number() - right.number();
    return or_refuse(subtract_temporal, "-", left, right);
}

Value multiply(const Value& left, const Value& right) {
    if (are_integers(left, right)) {
        std::int64_t product = 0;
        const bool overflows = __builtin_mul_overflow(left.integer(), right.integer(), &product);
        return checked(overflows, product, "*", left, right);
    }
    if (are_numbers(left, right)) return left.number() * right.number();
    return or_refuse(multiply_temporal, "*", left, right);
}

Value divide(const Value& left, const Value& right) {
    if (are_integers(left, right)) {
        check_divisor("/", left, right);
        const bool overflows =
            left.integer() == std::numeric_limits<std::int64_t>::min() && right.integer() == -1;
        if (overflows) refuse_overflow("/", left.integer(), right.integer());
        return left.integer() / right.integer();
    }
    if (are_numbers(left, right)) return left.number() / right.number();
    return or_refuse(divide_temporal, "/", left, right);
}

Value modulo(const Value& left, const Value& right) {
    if (are_integers(left, right)) {
        check_divisor("%", left, right);
        // The machine's division overflows for the smallest integer, although the rest is 0.
        return right.integer() == -1 ? 0 : left.integer() % right.integer();
    }
    if (are_numbers(left, right)) return std::fmod(left.number(), right.number());
    if (left.is_null() || right.is_null()) return {};
    refuse_operands("%", left, right);
}

Value power(const Value& left, const Value& right) {
    if (are_numbers(left, right)) return std::pow(left.number(), right.number());
    if (left.is_null() || right.is_null()) return {};
    refuse_operands("^", left, right);
}

Value negate(const Value& value) {
    if (value.is(ValueType::Float)) return -value.floating();
    if (value.is_null()) return {};
    if (!value.is(ValueType::Integer))
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    fmt::format("Unary `-` was given {}, it takes {}", describe(accepted_by(value)),
                                describe(Accepts::Number))};
    return subtract(0, value);
}

Value concatenate(const Value& left, const Value& right) {
    if (left.is_null() || right.is_null()) return {};
    if (left.is(ValueType::String) && right.is(ValueType::String))
        return joined_text(left.string(), right.string());
    if (left.is(ValueType::List) && right.is(ValueType::List)) return joined_list(left, right);
    refuse_operands("||", left, right);
}

} // namespace lintas::query
