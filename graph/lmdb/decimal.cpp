#include "graph/lmdb/decimal.h"

#include "graph/lmdb/column_view.h"

#include <bit>
#include <cmath>

namespace lintas::lmdb {

namespace {

// Up to here every whole number is a float.
constexpr double largest_exact = 9'007'199'254'740'992.0;

// The number that gives the value at this scale; nullopt if none does (there is none for -0.0).
std::optional<std::int64_t> number_at(double value, double divisor) {
    const auto rounded = std::nearbyint(value * divisor);
    if (!(std::abs(rounded) <= largest_exact)) return std::nullopt;
    const auto number = static_cast<std::int64_t>(rounded);
    const auto back = static_cast<double>(number) / divisor;
    if (std::bit_cast<std::uint64_t>(back) != std::bit_cast<std::uint64_t>(value))
        return std::nullopt;
    return number;
}

bool numbers_at(std::span<const double> values, double divisor,
                std::vector<std::int64_t>& numbers) {
    numbers.clear();
    for (const auto value : values) {
        const auto number = number_at(value, divisor);
        if (!number) return false;
        numbers.push_back(*number);
    }
    return true;
}

} // namespace

std::optional<Decimals> to_decimals(std::span<const double> values) {
    Decimals decimals;
    decimals.numbers.reserve(values.size());
    for (; decimals.scale <= largest_scale; ++decimals.scale)
        if (numbers_at(values, power_of_ten(decimals.scale), decimals.numbers)) return decimals;
    return std::nullopt;
}

} // namespace lintas::lmdb
