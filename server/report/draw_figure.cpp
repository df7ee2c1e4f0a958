#include "server/report/draw_figure.h"

#include "server/report/cells.h"
#include "server/report/drawing/interval_chart.h"
#include "server/report/drawing/line_chart.h"

#include <algorithm>

namespace lintas::report {

std::string draw_figure(Drawing drawing, const ResultTable& table, const Caption& caption,
                        const Texts& texts) {
    if (table.rows.empty()) return "";
    switch (drawing) {
    case Drawing::None: return "";
    case Drawing::HeatMap: return draw_heat_map(table, caption, texts);
    case Drawing::Lines: return draw_lines(table, caption, texts);
    case Drawing::ShortLines: return draw_lines(table, caption, texts, true);
    case Drawing::Intervals: return draw_intervals(table, caption, texts);
    case Drawing::Arcs: return draw_arcs(table, caption, texts);
    case Drawing::Map: return draw_flows(table, caption, texts);
    case Drawing::Network: return draw_network(table, caption, texts);
    }
    return "";
}

std::string draw_lines(const ResultTable& table, const Caption& caption, const Texts& texts,
                       bool is_short) {
    LineChart chart{{}, texts.text("axis.years"), texts.text("axis.events"), is_short};
    for (const auto& row : table.rows) {
        const auto name = cell("series", table.value(row, "series"), texts).text;
        auto line = std::ranges::find(chart.lines, name, &Line::name);
        if (line == chart.lines.end()) line = chart.lines.insert(line, Line{name, {}});
        // The interval is that of the share in all events of the year, the line is of events.
        const auto total = table.number(row, "total");
        const auto events = [&](std::string_view share) -> std::optional<double> {
            const auto found = table.number(row, share);
            if (!found || !total) return std::nullopt;
            return *found * *total;
        };
        if (const auto year = table.number(row, "toYear"))
            line->points.push_back(
                {*year, table.number(row, "observed"), events("low"), events("high")});
    }
    for (auto& line : chart.lines) std::ranges::stable_sort(line.points, {}, &LinePoint::x);
    return draw(chart, caption);
}

namespace {

std::string words_of(const ResultTable& table, const Row& row, const Texts& texts) {
    const auto share = table.number(row, "share");
    const auto& count = table.value(row, "count");
    if (!share)
        return count.is_null() ? texts.text("interval.none") : cell("count", count, texts).text;
    if (count.is_null()) return percent(*share);
    return texts.text("interval.words", {{"share", percent(*share)},
                                         {"count", cell("count", count, texts).text},
                                         {"of", cell("of", table.value(row, "of"), texts).text}});
}

} // namespace

std::string draw_intervals(const ResultTable& table, const Caption& caption, const Texts& texts) {
    IntervalChart chart;
    for (const auto& row : table.rows)
        chart.intervals.push_back({cell("measure", table.value(row, "measure"), texts).text,
                                   table.number(row, "share"), table.number(row, "low"),
                                   table.number(row, "high"), words_of(table, row, texts)});
    return draw(chart, caption);
}

} // namespace lintas::report
