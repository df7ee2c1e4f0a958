// From the answer of a query to a drawing: which columns are what.
//
// Invariant: an answer without rows, or without the columns that a drawing needs, draws nothing.
#pragma once

#include "server/report/drawing/svg.h"
#include "server/report/figure.h"
#include "server/report/result_table.h"
#include "server/report/texts.h"

#include <string>

namespace lintas::report {

// SVG, empty where there is nothing to draw.
std::string draw_figure(Drawing drawing, const ResultTable& table, const Caption& caption,
                        const Texts& texts);

// row, col, observed, expected, ratio, verdict, underpowered
std::string draw_heat_map(const ResultTable& table, const Caption& caption, const Texts& texts);
// series, toYear, observed, total; low and high are shares of total
std::string draw_lines(const ResultTable& table, const Caption& caption, const Texts& texts,
                       bool is_short = false);
// measure, share, low, high, count, of
std::string draw_intervals(const ResultTable& table, const Caption& caption, const Texts& texts);
// row, col, rowGroup, colGroup, observed
std::string draw_arcs(const ResultTable& table, const Caption& caption, const Texts& texts);
// row, col, rowName, colName, rowLat, rowLon, colLat, colLon, observed
std::string draw_flows(const ResultTable& table, const Caption& caption, const Texts& texts);
// from, to, fromName, toName, fromGroup, toGroup, strength
std::string draw_network(const ResultTable& table, const Caption& caption, const Texts& texts);

} // namespace lintas::report
