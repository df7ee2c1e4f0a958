#include "server/report/drawing/heat_map.h"

#include "server/report/drawing/palette.h"

#include <algorithm>

namespace lintas::report {

namespace {

constexpr double cell_width = 31;
constexpr double cell_height = 28;
constexpr double heat_left = 34;
constexpr double heat_top = 22;
constexpr double legend_height = 34;
constexpr double legend_entry = 136;

void draw_cell(Svg& svg, const HeatCell& cell, double x, double y) {
    const auto fill = ramp(cell.step);
    svg.begin_hint(cell.hint);
    svg.rectangle(x, y, cell_width, cell_height, fill, {"#ffffff", 1});
    if (cell.hatched) {
        svg.hatch(x, y, cell_width, cell_height);
        svg.rectangle(x + 4, y + 3, cell_width - 8, cell_height - 6, fill);
    }
    const auto color = ink_on(fill);
    const auto middle = x + cell_width / 2;
    svg.text(middle, y + 12.5, cell.number, {10.5, color, Anchor::Middle, true});
    svg.text(middle, y + 23, cell.ratio, {8, color, Anchor::Middle});
    svg.end_hint();
}

void draw_legend(Svg& svg, const HeatMap& map, double y) {
    double x = heat_left;
    for (std::size_t step = 0; step < map.legend.size(); ++step) {
        svg.rectangle(x, y, 16, 12, ramp(step), {faint_ink, 0.5});
        svg.text(x + 20, y + 10, map.legend[step], {9});
        x += legend_entry;
    }
    if (map.hatch_legend.empty()) return;
    svg.rectangle(heat_left, y + 16, 16, 12, ramp(0), {faint_ink, 0.5});
    svg.hatch(heat_left, y + 16, 16, 12);
    svg.text(heat_left + 20, y + 26, map.hatch_legend, {9});
}

} // namespace

std::string draw(const HeatMap& map, const Caption& caption) {
    const auto columns = map.columns.size();
    const auto grid = heat_left + cell_width * static_cast<double>(columns);
    const auto keys = heat_left + legend_entry * static_cast<double>(map.legend.size());
    const auto bottom = heat_top + cell_height * static_cast<double>(map.rows.size());
    Svg svg{caption, std::max({grid, keys, 420.0}) + 4, bottom + 8 + legend_height};
    for (std::size_t column = 0; column < columns; ++column)
        svg.text(heat_left + cell_width * (static_cast<double>(column) + 0.5), heat_top - 7,
                 map.columns[column], {10, ink, Anchor::Middle, true});
    for (std::size_t row = 0; row < map.rows.size(); ++row) {
        const auto y = heat_top + cell_height * static_cast<double>(row);
        svg.text(heat_left - 6, y + 18, map.rows[row], {10, ink, Anchor::End, true});
        for (std::size_t column = 0; column < columns; ++column)
            if (const auto& cell = map.cells.at(row * columns + column))
                draw_cell(svg, *cell, heat_left + cell_width * static_cast<double>(column), y);
    }
    draw_legend(svg, map, bottom + 8);
    return svg.finish();
}

} // namespace lintas::report
