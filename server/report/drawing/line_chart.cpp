#include "server/report/drawing/line_chart.h"

#include "server/report/drawing/palette.h"
#include "server/report/drawing/scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lintas::report {

namespace {

constexpr double line_left = 58;
constexpr double right = 540;
constexpr double line_top = 24;
constexpr double least_width = 720;
constexpr double drawn_height = 226;
constexpr double short_height = 130;
constexpr double below = 42; // for years and their title

struct Frame {
    Scale x;
    Scale y;
    double bottom = 0;

    double across(double value) const { return line_left + x.share(value) * (right - line_left); }
    double down(double value) const { return bottom - y.share(value) * (bottom - line_top); }
    std::string place(double at, double value) const {
        return coordinate(across(at)) + " " + coordinate(down(value));
    }
};

Frame frame_of(const LineChart& chart) {
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    double first = infinity;
    double last = -infinity;
    double largest = 0;
    for (const auto& line : chart.lines)
        for (const auto& point : line.points) {
            first = std::min(first, point.x);
            last = std::max(last, point.x);
            largest = std::max({largest, point.y.value_or(0), point.high.value_or(0)});
        }
    if (first > last) first = last = 0;
    // Years are ticks themselves; a single one gets some room.
    Frame frame{{{}},
                scale_over(0, largest, chart.is_short ? 3 : 5, 1),
                line_top + (chart.is_short ? short_height : drawn_height)};
    const auto step = std::max(1.0, std::ceil((last - first) / 10));
    for (auto year = first; year < last; year += step) frame.x.ticks.push_back(year);
    frame.x.ticks.push_back(last);
    if (frame.x.ticks.size() < 2) frame.x.ticks.push_back(last + 1);
    return frame;
}

void draw_axes(Svg& svg, const Frame& frame, const LineChart& chart) {
    for (const auto tick : frame.y.ticks) {
        svg.line(line_left, frame.down(tick), right, frame.down(tick), {grid_line, 1});
        svg.text(line_left - 6, frame.down(tick) + 3.5, tick_text(tick), {10, ink, Anchor::End});
    }
    for (const auto tick : frame.x.ticks)
        svg.text(frame.across(tick), frame.bottom + 16, fmt::format("{:.0f}", tick),
                 {10, ink, Anchor::Middle});
    svg.line(line_left, frame.bottom, right, frame.bottom, {ink, 1});
    svg.text((line_left + right) / 2, frame.bottom + 34, chart.x_title,
             {10, faint_ink, Anchor::Middle});
    svg.text(line_left - 50, line_top - 10, chart.y_title, {10, faint_ink});
}

void draw_band(Svg& svg, const Frame& frame, const Line& line, std::string_view color) {
    std::string upper;
    std::string lower;
    for (const auto& point : line.points) {
        if (!point.low || !point.high) continue;
        upper += (upper.empty() ? "M" : "L") + frame.place(point.x, *point.high);
        lower = "L" + frame.place(point.x, *point.low) + lower;
    }
    if (!upper.empty()) svg.path(upper + lower + "Z", color, {}, 0.1);
}

void draw_line(Svg& svg, const Frame& frame, const Line& line, const Series& style) {
    std::string data;
    bool broken = true;
    for (const auto& point : line.points) {
        if (point.y) data += (broken ? "M" : "L") + frame.place(point.x, *point.y);
        broken = !point.y;
    }
    svg.path(data, "", {style.color, 2, style.dashes});
    for (const auto& point : line.points) {
        if (!point.y) continue;
        svg.begin_hint(fmt::format("{} {:.0f}: {}", line.name, point.x, tick_text(*point.y)));
        svg.circle(frame.across(point.x), frame.down(*point.y), 2.6, style.color);
        svg.end_hint();
    }
}

std::optional<double> last_value(const Line& line) {
    for (auto point = line.points.rbegin(); point != line.points.rend(); ++point)
        if (point->y) return point->y;
    return std::nullopt;
}

struct EndLabel {
    std::size_t line;
    double y;
};

// The names stand at the lines' ends, pushed apart so that none covers another.
std::vector<EndLabel> end_labels(const LineChart& chart, const Frame& frame) {
    constexpr double apart = 14;
    std::vector<EndLabel> labels;
    for (std::size_t at = 0; at < chart.lines.size(); ++at)
        if (const auto value = last_value(chart.lines[at]))
            labels.push_back({at, frame.down(*value)});
    std::ranges::stable_sort(labels, {}, &EndLabel::y);
    double free = line_top;
    for (auto& label : labels) free = (label.y = std::max(label.y, free)) + apart;
    double limit = frame.bottom;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label)
        limit = (label->y = std::min(label->y, limit)) - apart;
    return labels;
}

// About as wide as its characters are in the fonts that readers have.
double widest_name(const LineChart& chart) {
    constexpr double of_character = 6.2;
    std::ptrdiff_t most = 0;
    for (const auto& line : chart.lines)
        most = std::max(most, std::ranges::count_if(line.name, [](char byte) {
                            return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
                        }));
    return of_character * static_cast<double>(most);
}

} // namespace

std::string draw(const LineChart& chart, const Caption& caption) {
    const auto frame = frame_of(chart);
    Svg svg{caption, std::max(least_width, right + 40 + widest_name(chart)), frame.bottom + below};
    draw_axes(svg, frame, chart);
    for (std::size_t at = 0; at < chart.lines.size(); ++at)
        draw_band(svg, frame, chart.lines[at], series_style(at).color);
    for (std::size_t at = 0; at < chart.lines.size(); ++at)
        draw_line(svg, frame, chart.lines[at], series_style(at));
    for (const auto& [line, y] : end_labels(chart, frame)) {
        const auto& style = series_style(line);
        svg.line(right + 6, y, right + 30, y, {style.color, 2, style.dashes});
        svg.text(right + 35, y + 3.5, chart.lines[line].name, {10.5, style.color});
    }
    return svg.finish();
}

} // namespace lintas::report
