// What a statement that would change the graph is told where it may not.
#pragma once

namespace lintas::query {

// Transaction ReadOnlyStore.
[[noreturn]] void refuse_writing_to_store();
// Transaction ReadOnlyTransaction.
[[noreturn]] void refuse_writing_in_transaction();

// Semantic: in an explicit transaction.
[[noreturn]] void refuse_committing_in_parts();

} // namespace lintas::query
