// The merge: writes what commits have changed into the segments, in bounded steps.
//
// Invariant: after each step, the segments with all commits of the log applied to them show the
// same graph: changes say what is there afterwards, and a step never does half of what others need.
// Only the last step says that the segments have the commits.
#pragma once

#include "graph/lmdb/overlaid.h"

#include <cstddef>
#include <cstdint>

namespace lintas::lmdb {

// Bytes of segments that one transaction of LMDB writes, about.
inline constexpr std::size_t bytes_a_step = std::size_t{16} << 20;

// Merges the state's overlay into the file, which has the segments of the state's base and this
// header. Throws Storage if the disk fails, with all commits still in the log. REQUIRES: nobody
// else writes to the segments.
void merge(const State& state, const Environment& file, const StoreHeader& header);
// About how many bytes that would write.
std::uint64_t bytes_to_merge(const State& state);

} // namespace lintas::lmdb
