// What a query of the report answered, with the bytes that `lintas query --format csv` and
// `--format json` print of it.
//
// Invariant: sha256 is that of csv. Rows have no nodes, relationships or paths whose meaning could
// be lost: `graph` is what they refer to.
#pragma once

#include "graph/store.h"
#include "query/engine.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::report {

using Row = std::vector<Value>;

struct ResultTable {
    std::vector<std::string> columns;
    std::vector<Row> rows;
    std::string csv;
    std::string json;
    std::string sha256;
    std::string snapshot; // identity and version of the state that was read

    std::optional<std::size_t> find_column(std::string_view name) const;
    // Null where there is no such column.
    const Value& value(const Row& row, std::string_view column) const;
    // As text, empty for null. REQUIRES: the value is no entity.
    std::string text(const Row& row, std::string_view column) const;
    // Nothing where the value is no number.
    std::optional<double> number(const Row& row, std::string_view column) const;
};

ResultTable run_query(query::Engine& engine, std::string_view query, const Map& parameters);

} // namespace lintas::report
