// A store that lives in memory: simple and obviously right, the oracle for the others.
//
// Invariant: snapshots share what no later transaction has changed. One writer at a time, readers
// never wait for it. A transaction must not outlive its store; snapshots may.
#pragma once

#include "graph/store.h"

#include <memory>

namespace lintas {

std::unique_ptr<Store> make_memory_store();

} // namespace lintas
