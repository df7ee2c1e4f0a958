// A procedure that answers from a table: what the openCypher TCK registers for its scenarios.
#pragma once

#include "query/procedures/procedure.h"

#include <string_view>

namespace lintas::query {

// `signature`: "my.proc(name :: STRING?, id :: INTEGER?) :: (city :: STRING?)"; `rows` are as wide
// as its parameters and columns together. A call gives the columns of each row whose first values
// are equivalent to the arguments. Throws Input for a signature or rows of another form.
Procedure table_procedure(std::string_view signature, ProcedureRows rows);

} // namespace lintas::query
