// What a query has changed, in words.
#pragma once

#include "query/result.h"

#include <string>

namespace lintas::server {

// "2 nodes created, 1 property set"; empty if nothing was changed.
std::string changes_text(const query::Counters& counters);

} // namespace lintas::server
