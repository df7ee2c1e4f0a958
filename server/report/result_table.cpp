#include "server/report/result_table.h"

#include "server/output/cell_text.h"
#include "server/output/output_format.h"
#include "server/report/sha256.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::report {

namespace {

// The rows of a cursor once more, for the next format.
class Replay final : public query::Cursor {
public:
    Replay(const ResultTable& table, const query::Cursor& cursor)
        : table_{table}, cursor_{cursor} {}

    const std::vector<std::string>& columns() const override { return table_.columns; }
    bool next(Row& row) override {
        if (next_ == table_.rows.size()) return false;
        row = table_.rows[next_++];
        return true;
    }
    const Snapshot& graph() const override { return cursor_.graph(); }
    const query::Summary& summary() const override { return cursor_.summary(); }

private:
    const ResultTable& table_;
    const query::Cursor& cursor_;
    std::size_t next_ = 0;
};

std::string written(std::string_view format, const ResultTable& table,
                    const query::Cursor& cursor) {
    Replay replay{table, cursor};
    server::StringSink sink;
    server::output_format(format).write(replay, sink);
    return sink.text();
}

} // namespace

std::optional<std::size_t> ResultTable::find_column(std::string_view name) const {
    const auto found = std::ranges::find(columns, name);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

const Value& ResultTable::value(const Row& row, std::string_view column) const {
    static const Value null;
    const auto at = find_column(column);
    return at ? row.at(*at) : null;
}

std::string ResultTable::text(const Row& row, std::string_view column) const {
    const auto& found = value(row, column);
    if (found.is_null()) return "";
    return found.is(ValueType::String) ? found.string() : to_text(found);
}

std::optional<double> ResultTable::number(const Row& row, std::string_view column) const {
    const auto& found = value(row, column);
    return found.is_number() ? std::optional{found.number()} : std::nullopt;
}

ResultTable run_query(query::Engine& engine, std::string_view query, const Map& parameters) {
    const auto cursor = engine.run(query, parameters);
    ResultTable table;
    table.columns = cursor->columns();
    for (Row row; cursor->next(row);) table.rows.push_back(row);
    table.csv = written("csv", table, *cursor);
    table.json = written("json", table, *cursor);
    table.sha256 = sha256(table.csv);
    table.snapshot = fmt::format("{}:{}", cursor->graph().identity(), cursor->graph().version());
    return table;
}

} // namespace lintas::report
