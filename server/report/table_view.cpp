#include "server/report/table_view.h"

#include "server/report/cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace lintas::report {

namespace {

constexpr std::size_t most_rows = 40;

// Said elsewhere, or for programs only.
constexpr std::string_view hidden[] = {
    "about", "colGroup", "colLat", "colLon", "colName", "fromGroup",  "languages",
    "names", "rowGroup", "rowLat", "rowLon", "rowName", "suppressed", "toGroup"};

Value column_view(const std::string& name, const std::string& heading, bool is_number) {
    return Map{{"name", name}, {"heading", heading}, {"is_number", is_number}};
}

Map cell_view(const Cell& cell, bool is_first) {
    return Map{{"text", cell.text}, {"is_number", cell.is_number}, {"is_first", is_first}};
}

// What no line may break within, such as ids with hyphens.
Value items_of(const std::string& text) {
    constexpr std::string_view separator = ", ";
    List items;
    std::size_t begin = 0;
    for (auto end = text.find(separator); end != text.npos; end = text.find(separator, begin)) {
        items.push_back(text.substr(begin, end + 1 - begin));
        begin = end + separator.size();
    }
    items.push_back(text.substr(begin));
    return Value{std::move(items)};
}

std::vector<std::size_t> shown_columns(const ResultTable& table) {
    std::vector<std::size_t> shown;
    for (std::size_t at = 0; at < table.columns.size(); ++at)
        if (std::ranges::find(hidden, table.columns[at]) == std::end(hidden)) shown.push_back(at);
    return shown;
}

bool is_numeric(const ResultTable& table, std::size_t column) {
    bool any = false;
    for (const auto& row : table.rows) {
        if (row[column].is_null()) continue;
        if (!row[column].is_number()) return false;
        any = true;
    }
    return any;
}

Map plain_view(const ResultTable& table, const Texts& texts) {
    List columns;
    const auto shown = shown_columns(table);
    std::vector<bool> numeric;
    for (const auto at : shown) {
        const auto& name = table.columns[at];
        numeric.push_back(is_numeric(table, at));
        columns.push_back(
            column_view(name, texts.find("column." + name).value_or(name), numeric.back()));
    }
    List rows;
    for (std::size_t row = 0; row < std::min(most_rows, table.rows.size()); ++row) {
        List cells;
        for (std::size_t at = 0; at < shown.size(); ++at) {
            const auto& column = table.columns[shown[at]];
            auto one = cell(column, table.rows[row][shown[at]], texts);
            const auto is_words = numeric[at] && !one.is_number;
            one.is_number = one.is_number || numeric[at];
            auto view = cell_view(one, at == 0);
            view.insert_or_assign("is_words", is_words);
            if (column == "evidence") view.insert_or_assign("items", items_of(one.text));
            cells.push_back(std::move(view));
        }
        rows.push_back(Map{{"cells", Value{std::move(cells)}}});
    }
    const auto left = table.rows.size() - rows.size();
    return {{"columns", Value{std::move(columns)}},
            {"rows", Value{std::move(rows)}},
            {"more", left == 0 ? Value{}
                               : Value{texts.text("table.more",
                                                  {{"count", grouped(std::int64_t(left))}})}}};
}

std::string pair_text(const ResultTable& table, const Row& row, const Texts& texts) {
    const auto observed = cell("observed", table.value(row, "observed"), texts).text;
    const auto ratio = table.number(row, "ratio");
    return fmt::format("{} ({}){}", observed, ratio ? fmt::format("{:.1f}", *ratio) : "–",
                       table.text(row, "verdict") == "unknown" ? " ?" : "");
}

Map matrix_view(const ResultTable& table, const Texts& texts) {
    std::map<std::string, std::map<std::string, std::string>> folded;
    std::set<std::string> names;
    for (const auto& row : table.rows) {
        names.insert(table.text(row, "col"));
        folded[table.text(row, "row")][table.text(row, "col")] = pair_text(table, row, texts);
    }
    List columns{column_view("country", texts.text("column.country"), false)};
    for (const auto& name : names) columns.push_back(column_view("pair", name, true));
    List rows;
    for (auto& [name, pairs] : folded) {
        List cells{cell_view({name, false}, true)};
        for (const auto& column : names)
            cells.push_back(cell_view({pairs.contains(column) ? pairs[column] : "", true}, false));
        rows.push_back(Map{{"cells", Value{std::move(cells)}}});
    }
    return {{"columns", Value{std::move(columns)}},
            {"rows", Value{std::move(rows)}},
            {"more", texts.text("table.matrix")}};
}

} // namespace

Map table_view(const MadeFigure& figure, const Texts& texts) {
    return figure.figure->drawing == Drawing::HeatMap ? matrix_view(figure.table, texts)
                                                      : plain_view(figure.table, texts);
}

} // namespace lintas::report
