#include "graph/uuid.h"

#include <fmt/format.h>

#include <cstdint>
#include <random>

namespace lintas {

std::string random_uuid() {
    std::random_device source;
    std::uniform_int_distribution<std::uint64_t> any;
    const auto high = any(source);
    const auto low = any(source);
    const auto version = (high & 0x0fff) | 0x4000;
    const auto variant = ((low >> 48) & 0x3fff) | 0x8000;
    return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xffff,
                       version, variant, low & 0xffff'ffff'ffff);
}

} // namespace lintas
