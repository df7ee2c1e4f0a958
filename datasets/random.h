// Pseudo-random draws that are the same on every machine and for ever: integers only, since the
// standard library's distributions and floating-point functions differ between implementations.
//
// Invariant: the draws depend on nothing but seed and stream. Generator: xoshiro256** seeded by
// splitmix64 (Blackman, Vigna, "Scrambled linear pseudorandom number generators", 2021).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lintas::datasets {

class Random {
public:
    // Streams of one seed are independent, so that drawing more in one changes no other.
    Random(std::uint64_t seed, std::uint64_t stream);

    std::uint64_t next();
    // 0 to bound - 1, all equally likely. REQUIRES: bound > 0.
    std::uint64_t below(std::uint64_t bound);
    // first to last, both included.
    std::int64_t between(std::int64_t first, std::int64_t last);
    bool chance(unsigned percent) { return below(100) < percent; }

    // One of a container's elements. REQUIRES: it is not empty.
    template <typename Container> const auto& one_of(const Container& container) {
        return container[static_cast<std::size_t>(below(std::size(container)))];
    }

private:
    std::array<std::uint64_t, 4> state_{};
};

// Draws positions by weight.
class Lottery {
public:
    // REQUIRES: the sum of the weights is above 0 and fits 64 bits.
    explicit Lottery(const std::vector<std::uint64_t>& weights);

    std::size_t draw(Random& random) const;

private:
    std::vector<std::uint64_t> sums_; // of the weights up to each position
};

} // namespace lintas::datasets
