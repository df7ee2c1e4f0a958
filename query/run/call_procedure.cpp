#include "query/run/call_procedure.h"

#include "graph/error.h"

namespace lintas::query {

bool CallProcedure::next(Batch&) {
    throw Error{ErrorCode::Unsupported,
                "CALL of procedures is not supported yet, here of `" + step_.procedure + "`"};
}

} // namespace lintas::query
