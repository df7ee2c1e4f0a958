// What a command says of a copy that it made.
#pragma once

#include "graph/lmdb/copy_store.h"

#include <string>

namespace lintas::server {

// "to: 10 nodes, 20 relationships, version 3, 1.5 MB", a line.
std::string copy_text(const std::string& to, const CopyReport& report);

} // namespace lintas::server
