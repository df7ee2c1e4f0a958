#include "query/writing.h"

namespace lintas::query {

Writing::Writing(std::shared_ptr<Indexes> indexes, Transaction& transaction)
    : transaction_{transaction}, view_{std::move(indexes), transaction}, check_{transaction, view_},
      before_{transaction.schema()} {}

void Writing::end_statement() { check_.check_statement(); }

void Writing::commit() {
    check_.check_commit();
    transaction_.commit();
    const auto& schema = transaction_.schema();
    if (schema == before_) return;
    auto& indexes = view_.indexes();
    indexes.keep_only(schema);
    const auto committed = indexes.store().snapshot();
    for (const auto& index : schema.indexes) indexes.status(index, *committed);
}

} // namespace lintas::query
