// The beginning of a string as a number, by which most strings can be told apart and ordered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lintas::lmdb {

// The first eight bytes, the first of them highest; a shorter string is filled up with zeros.
// a < b implies text_prefix(a) <= text_prefix(b), in byte order.
inline std::uint64_t text_prefix(std::string_view text) {
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < sizeof number; ++at)
        number = number << 8 | (at < text.size() ? static_cast<unsigned char>(text[at]) : 0U);
    return number;
}

} // namespace lintas::lmdb
