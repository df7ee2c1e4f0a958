// `collab.diff` over the named snapshots of the store that a command works on.
#pragma once

#include "query/procedures/procedure.h"

#include <string>

namespace lintas::server {

query::Procedure snapshot_diff_procedure(std::string store);

} // namespace lintas::server
