// Random numbers that are the same on every machine.
#pragma once

#include "graph/algorithms/projected_graph.h"

#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace lintas::algorithms {

class Random {
public:
    explicit Random(std::uint64_t seed) : engine_{seed} {}

    // Below `limit`, evenly. REQUIRES: limit > 0.
    std::uint64_t below(std::uint64_t limit) {
        const auto unfair = (~std::uint64_t{0} - limit + 1) % limit; // the first 2^64 mod limit
        while (true) {
            const auto number = engine_();
            if (number >= unfair) return number % limit;
        }
    }
    // In [0, 1).
    double fraction() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }

    template <typename Item> void shuffle(std::span<Item> items) {
        for (auto left = items.size(); left > 1; --left)
            std::swap(items[left - 1], items[below(left)]);
    }
    // `count` different numbers below `limit`, in random order. REQUIRES: count <= limit.
    std::vector<Vertex> sample(Vertex limit, Vertex count) {
        std::vector<Vertex> all(limit);
        for (Vertex i = 0; i < limit; ++i) all[i] = i;
        for (Vertex i = 0; i < count; ++i) std::swap(all[i], all[i + below(limit - i)]);
        all.resize(count);
        return all;
    }

private:
    std::mt19937_64 engine_;
};

} // namespace lintas::algorithms
