// Names a state of a store for clients that want to read what they wrote:
// "lintas:<store>:<version>".
//
// Invariant: a bookmark is only ever compared with states of the store that gave it.
#pragma once

#include "graph/store.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace lintas::query {

std::string bookmark_of(const Snapshot& snapshot, std::uint64_t version);

// The version of the store that the snapshot is of. Transaction InvalidBookmark for bookmarks of
// other stores, and for text that is none.
std::uint64_t version_of(const Snapshot& snapshot, std::string_view bookmark);

} // namespace lintas::query
