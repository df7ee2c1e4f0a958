// Whether the thread helps with a computation that another thread asked for.
#pragma once

namespace lintas::algorithms {

// What belongs to the thread that asked, such as its memory budget, is not for a worker to look at.
bool is_worker_thread();

} // namespace lintas::algorithms
