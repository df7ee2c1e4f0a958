#include "graph/uuid.h"

#include <fmt/format.h>

#include <cstdint>
#include <random>

namespace lintas {

namespace {

std::uint64_t random_bits(std::random_device& source) {
    return std::uint64_t{source()} << 32 | source(); // 32 bits each
}

} // namespace

std::string random_uuid() {
    std::random_device source;
    const auto high = random_bits(source);
    const auto low = random_bits(source);
    const auto version = (high & 0x0fff) | 0x4000;
    const auto variant = ((low >> 48) & 0x3fff) | 0x8000;
    return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xffff,
                       version, variant, low & 0xffff'ffff'ffff);
}

} // namespace lintas
