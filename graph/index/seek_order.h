// In which order a search in a range index gives what it finds.
#pragma once

#include <cstdint>

namespace lintas {

enum class SeekOrder : std::uint8_t { Any, Ascending, Descending };

} // namespace lintas
