#include "server/report/drawing/interval_chart.h"

#include "server/report/drawing/palette.h"

#include <algorithm>

namespace lintas::report {

namespace {

constexpr double name_width = 250;
constexpr double axis_width = 300;
constexpr double words_width = 190;
constexpr double row_height = 24;
constexpr double interval_top = 22;

double across(double share) { return name_width + std::clamp(share, 0.0, 1.0) * axis_width; }

void draw_interval(Svg& svg, const Interval& interval, double y) {
    svg.text(name_width - 12, y + 4, interval.name, {11, ink, Anchor::End});
    svg.text(name_width + axis_width + 14, y + 4, interval.words, {11, ink, Anchor::Start, true});
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
    Svg svg{caption, name_width + axis_width + words_width, bottom + 6};
    for (const int percent : {0, 25, 50, 75, 100}) {
        svg.line(across(percent / 100.0), interval_top - 4, across(percent / 100.0), bottom,
                 {grid_line, 1});
        svg.text(across(percent / 100.0), interval_top - 9, std::to_string(percent) + " %",
                 {9, faint_ink, Anchor::Middle});
    }
    for (std::size_t at = 0; at < chart.intervals.size(); ++at)
        draw_interval(svg, chart.intervals[at],
                      interval_top + row_height * (static_cast<double>(at) + 0.5));
    return svg.finish();
}

} // namespace lintas::report
