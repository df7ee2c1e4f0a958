// The parameters of the report's queries.
#pragma once

#include "graph/value.h"

#include <string>
#include <string_view>

namespace lintas::report {

// Those of `all` that the query names with a `$`.
Map parameters_of(std::string_view query, const Map& all);

// As JSON on one line, ascending by name.
std::string parameters_json(const Map& parameters);

// The command that asks the same again: lintas query STORE '...' -p name='...' --format csv
std::string command_for(std::string_view query_file, const Map& parameters);

} // namespace lintas::report
