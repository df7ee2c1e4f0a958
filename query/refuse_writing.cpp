#include "query/refuse_writing.h"

#include "graph/error.h"

namespace lintas::query {

void refuse_writing_to_store() {
    throw Error{ErrorCode::Transaction, ErrorDetail::ReadOnlyStore,
                "The statement would change the graph, which is open for reading only"};
}

void refuse_writing_in_transaction() {
    throw Error{ErrorCode::Transaction, ErrorDetail::ReadOnlyTransaction,
                "The statement would change the graph, but was sent for reading only"};
}

void refuse_committing_in_parts() {
    throw Error{ErrorCode::Semantic, "`CALL { ... } IN TRANSACTIONS` commits by itself, and so "
                                     "cannot run in an explicit transaction"};
}

} // namespace lintas::query
