#include "query/run/select_or_null.h"

#include <algorithm>

namespace lintas::query {

Column select_or_null(const Column& column, std::span<const std::uint32_t> rows) {
    if (std::ranges::find(rows, no_row) == rows.end()) return column.select(rows);
    if (column.size() == 0) return Column{Constant{{}, rows.size()}};
    RowNumbers present{rows.begin(), rows.end()};
    std::ranges::replace(present, no_row, 0u);
    auto chosen = column.select(present);
    if (const auto* constant = chosen.get<Constant>()) {
        chosen.data() = Boxed(rows.size(), constant->value);
    }
    auto* boxes = std::get_if<Boxed>(&chosen.data());
    if (!boxes) chosen.nulls().resize(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row] != no_row) continue;
        if (boxes) {
            (*boxes)[row] = {};
        } else {
            chosen.nulls()[row] = 1;
        }
    }
    return chosen;
}

Column spread(Column column, std::span<const std::uint32_t> rows, std::size_t total) {
    if (rows.size() == total) return column;
    RowNumbers places(total, no_row);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        places[rows[at]] = static_cast<std::uint32_t>(at);
    }
    return select_or_null(column, places);
}

} // namespace lintas::query
