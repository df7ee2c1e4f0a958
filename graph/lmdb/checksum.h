// The checksum of stored bytes: XXH3, 64 bits, of the value, seeded with that of its key, so that a
// value under another key does not pass either.
#pragma once

#include "graph/lmdb/bytes.h"

#include <cstdint>

namespace lintas::lmdb {

std::uint64_t checksum(ByteView key, ByteView value);

} // namespace lintas::lmdb
