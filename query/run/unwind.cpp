#include "query/run/unwind.h"

namespace lintas::query {

void Unwind::start(const Batch& input) {
    elements_.reset(); // before the column that it reads
    lists_.emplace(*step_.list, input, context_);
    elements_.emplace(**lists_, NotAList::IsItsOnlyElement, "`UNWIND`");
}

bool Unwind::fill(RowNumbers& rows) { return elements_->next(batch_rows, rows, values_); }

void Unwind::finish(Batch& out) { out.set(step_.variable, typed_column(std::move(values_))); }

} // namespace lintas::query
