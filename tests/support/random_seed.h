// The seed of a random test: a new one in every run, or the one to repeat.
//
// Invariant: a test that uses it says CAPTURE(seed), so that a failure names the seed; the
// environment variable LINTAS_SEED repeats it.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>

namespace lintas::testing {

inline std::uint32_t random_seed() {
    const char* wanted = std::getenv("LINTAS_SEED");
    return wanted ? static_cast<std::uint32_t>(std::stoul(wanted)) : std::random_device{}();
}

} // namespace lintas::testing
