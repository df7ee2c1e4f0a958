// Names a state of a store for clients that want to read what they wrote:
// "lintas:<store>:<version>".
//
// Invariant: a bookmark is only ever compared with states of the store that gave it.
#pragma once

#include "graph/store.h"

#include <string>
#include <string_view>

namespace lintas::server {

std::string bookmark_of(const Snapshot& snapshot, std::uint64_t version);

// Does the snapshot hold everything that the bookmark stands for? Not for bookmarks of other
// stores, nor for text that is none.
bool reaches(const Snapshot& snapshot, std::string_view bookmark);

} // namespace lintas::server
