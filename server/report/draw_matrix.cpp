#include "server/report/cells.h"
#include "server/report/draw_figure.h"
#include "server/report/drawing/heat_map.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::report {

namespace {

std::size_t position_of(std::vector<std::string>& names, const std::string& name) {
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    names.push_back(name);
    return names.size() - 1;
}

// Observed over expected, in five steps; what has no expectation is lightest.
std::size_t step_of(std::optional<double> ratio) {
    constexpr double limits[] = {0.5, 1, 1.5, 2.5};
    std::size_t step = 0;
    for (const auto limit : limits)
        if (ratio.value_or(0) >= limit) ++step;
    return step;
}

// Too few joint events are to be expected for any verdict.
bool is_hatched(const ResultTable& table, const Row& row) {
    const auto& said = table.value(row, "underpowered");
    return said.is(ValueType::Boolean) && said.boolean();
}

HeatCell cell_of(const ResultTable& table, const Row& row, const Texts& texts) {
    const auto ratio = table.number(row, "ratio");
    const auto observed = cell("observed", table.value(row, "observed"), texts).text;
    const auto ratio_text = ratio ? decimal(*ratio) : texts.text("cell.none");
    return {observed, ratio ? fmt::format("{:.1f}", *ratio) : "–", step_of(ratio),
            is_hatched(table, row),
            texts.text("hint.pair",
                       {{"row", table.text(row, "row")},
                        {"col", table.text(row, "col")},
                        {"observed", observed},
                        {"expected", cell("expected", table.value(row, "expected"), texts).text},
                        {"ratio", ratio_text},
                        {"verdict", cell("verdict", table.value(row, "verdict"), texts).text}})};
}

} // namespace

std::string draw_heat_map(const ResultTable& table, const Caption& caption, const Texts& texts) {
    if (!table.find_column("row") || !table.find_column("col")) return "";
    HeatMap map;
    for (const auto& row : table.rows) {
        position_of(map.rows, table.text(row, "row"));
        position_of(map.columns, table.text(row, "col"));
    }
    std::ranges::sort(map.rows);
    std::ranges::sort(map.columns);
    map.cells.resize(map.rows.size() * map.columns.size());
    for (const auto& row : table.rows) {
        const auto y = position_of(map.rows, table.text(row, "row"));
        const auto x = position_of(map.columns, table.text(row, "col"));
        map.cells[y * map.columns.size() + x] = cell_of(table, row, texts);
    }
    for (const auto* key :
         {"legend.ratio.1", "legend.ratio.2", "legend.ratio.3", "legend.ratio.4", "legend.ratio.5"})
        map.legend.push_back(texts.text(key));
    map.hatch_legend = texts.text("legend.hatched");
    return draw(map, caption);
}

} // namespace lintas::report
