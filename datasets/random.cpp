#include "datasets/random.h"

#include "graph/expect.h"

#include <algorithm>
#include <bit>

namespace lintas::datasets {

namespace {

std::uint64_t split_mix(std::uint64_t& state) {
    state += 0x9E3779B97F4A7C15;
    auto mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
}

} // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream) {
    auto start = seed ^ std::rotl(stream * 0xD1342543DE82EF95, 32);
    for (auto& word : state_) word = split_mix(start);
}

std::uint64_t Random::next() {
    const auto result = std::rotl(state_[1] * 5, 7) * 9;
    const auto shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t bound) {
    expect(bound > 0, "a draw needs something to draw from");
    // What is left of 2^64 after whole multiples of the bound would favour small results.
    const auto rest = (0 - bound) % bound;
    auto drawn = next();
    while (drawn < rest) drawn = next();
    return drawn % bound;
}

std::int64_t Random::between(std::int64_t first, std::int64_t last) {
    return first + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(last - first) + 1));
}

Lottery::Lottery(const std::vector<std::uint64_t>& weights) {
    std::uint64_t sum = 0;
    for (const auto weight : weights) sums_.push_back(sum += weight);
    expect(sum > 0, "a lottery needs a weight above 0");
}

std::size_t Lottery::draw(Random& random) const {
    const auto drawn = random.below(sums_.back());
    return static_cast<std::size_t>(std::ranges::upper_bound(sums_, drawn) - sums_.begin());
}

} // namespace lintas::datasets
