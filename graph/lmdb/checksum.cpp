#include "graph/lmdb/checksum.h"

#include <xxhash.h>

namespace lintas::lmdb {

std::uint64_t checksum(ByteView key, ByteView value) {
    const auto seed = XXH3_64bits(key.data(), key.size());
    return XXH3_64bits_withSeed(value.data(), value.size(), seed);
}

} // namespace lintas::lmdb
