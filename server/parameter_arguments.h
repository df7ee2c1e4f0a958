// `-p NAME=JSON` of commands that run queries.
//
// Invariant: no name is given twice.
#pragma once

#include "graph/value.h"

#include <string>
#include <vector>

namespace lintas::server {

// Usage error for what is not of that form.
Map read_parameters(const std::vector<std::string>& texts);

} // namespace lintas::server
