#include "server/report/drawing/interval_chart.h"

#include "server/report/drawing/palette.h"

#include <algorithm>

namespace lintas::report {

namespace {

// Narrow enough for a telephone: the names stand above their intervals.
constexpr double axis_left = 14;
constexpr double axis_width = 196;
constexpr double words_width = 156;
constexpr double row_height = 27;
constexpr double interval_top = 22;

double across(double share) { return axis_left + std::clamp(share, 0.0, 1.0) * axis_width; }

// `top` is that of the row: the name is written there, the interval below it.
void draw_interval(Svg& svg, const Interval& interval, double top) {
    const auto y = top + 19;
    svg.text(axis_left - 10, top + 10, interval.name, {11, ink});
    svg.text(axis_left + axis_width + 14, y + 4, interval.words, {11, ink, Anchor::Start, true});
    if (interval.low && interval.high) {
        svg.line(across(*interval.low), y, across(*interval.high), y, {series_style(0).color, 2});
        for (const auto end : {*interval.low, *interval.high})
            svg.line(across(end), y - 5, across(end), y + 5, {series_style(0).color, 2});
    }
    if (interval.value) svg.circle(across(*interval.value), y, 4.5, series_style(0).color);
}

} // namespace

std::string draw(const IntervalChart& chart, const Caption& caption) {
    const auto bottom = interval_top + row_height * static_cast<double>(chart.intervals.size());
    Svg svg{caption, axis_left + axis_width + words_width, bottom + 6};
    for (const int percent : {0, 25, 50, 75, 100}) {
        svg.line(across(percent / 100.0), interval_top - 4, across(percent / 100.0), bottom,
                 {grid_line, 1});
        svg.text(across(percent / 100.0), interval_top - 9, std::to_string(percent) + " %",
                 {9, faint_ink, Anchor::Middle});
    }
    for (std::size_t at = 0; at < chart.intervals.size(); ++at)
        draw_interval(svg, chart.intervals[at],
                      interval_top + row_height * static_cast<double>(at));
    return svg.finish();
}

} // namespace lintas::report
