// Floats that are decimal numbers with few places, such as amounts of money, as whole numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lintas::lmdb {

struct Decimals {
    std::uint32_t scale = 0; // decimal places
    std::vector<std::int64_t> numbers;
};

// nullopt unless every value is number / 10^scale to the last bit, for one scale of at most 9 and
// numbers that a float holds exactly.
std::optional<Decimals> to_decimals(std::span<const double> values);

} // namespace lintas::lmdb
