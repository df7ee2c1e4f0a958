#include "query/functions/function.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lintas::query {

namespace {

double coordinate(const Value& value) {
    if (value.is_number() && std::isfinite(value.number())) return value.number();
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentValue,
                fmt::format("A coordinate of a vector is {}, it must be a finite number",
                            value.is_number() ? to_text(value) : describe(accepted_by(value)))};
}

// Visits the coordinates of both vectors side by side.
template <typename Visit> void visit_pairs(Arguments vectors, const Visit& visit) {
    const auto& left = vectors[0].list();
    const auto& right = vectors[1].list();
    if (left.size() != right.size() || left.empty())
        throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                    fmt::format("The vectors have {} and {} dimensions, they must have equally "
                                "many and at least one",
                                left.size(), right.size())};
    for (std::size_t at = 0; at < left.size(); ++at)
        visit(coordinate(left[at]), coordinate(right[at]));
}

// (1 + cos angle) / 2, from 0 for opposite to 1 for equal directions.
// The range of a long double holds the squares of all floats.
Value cosine(Arguments arguments, CallContext&) {
    long double product = 0;
    long double left_square = 0;
    long double right_square = 0;
    visit_pairs(arguments, [&](long double left, long double right) {
        product += left * right;
        left_square += left * left;
        right_square += right * right;
    });
    const auto lengths = std::sqrt(left_square) * std::sqrt(right_square);
    if (lengths == 0)
        throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                    "A vector of zeros has no direction to compare"};
    const auto cosine_of_angle = static_cast<double>(product / lengths);
    return (1 + std::clamp(cosine_of_angle, -1.0, 1.0)) / 2;
}

// 1 / (1 + distance^2), from 0 for far apart to 1 for equal vectors.
Value euclidean(Arguments arguments, CallContext&) {
    double square = 0;
    visit_pairs(arguments,
                [&](double left, double right) { square += (left - right) * (left - right); });
    return 1 / (1 + square);
}

constexpr FunctionParameter left_vector{"left", Accepts::List};
constexpr FunctionParameter right_vector{"right", Accepts::List};

constexpr ScalarFunction vector_table[] = {
    {"vector.similarity.cosine",
     {left_vector, right_vector},
     Accepts::Float,
     cosine,
     "The similarity of two vectors by the angle between them, from 0 to 1"},
    {"vector.similarity.euclidean",
     {left_vector, right_vector},
     Accepts::Float,
     euclidean,
     "The similarity of two vectors by the distance between them, from 0 to 1"},
};

} // namespace

std::span<const ScalarFunction> vector_functions() { return vector_table; }

} // namespace lintas::query
