#include "query/run/scattered_column.h"

#include "query/run/select_or_null.h"

#include <algorithm>

namespace lintas::query {

void ScatteredColumn::add(const RowNumbers& rows, const Column& values) {
    rows_.insert(rows_.end(), rows.begin(), rows.end());
    values_.append(values);
}

Column ScatteredColumn::whole(std::size_t rows) const {
    if (rows_.size() == rows && std::ranges::is_sorted(rows_)) return values_;
    RowNumbers places(rows, no_row);
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        places[rows_[at]] = static_cast<std::uint32_t>(at);
    }
    return select_or_null(values_, places);
}

} // namespace lintas::query
