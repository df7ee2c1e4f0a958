#include "server/output/table_writer.h"

#include "server/output/cell_text.h"
#include "server/output/column_widths.h"
#include "server/output/display_width.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace lintas::server {

namespace {

constexpr std::size_t measured_rows = 1000;
constexpr std::string_view separator = " | ";

} // namespace

TableWriter::TableWriter(const std::vector<std::string>& names, Sink& sink, std::size_t terminal)
    : sink_{sink}, terminal_{terminal} {
    for (const auto& name : names) {
        auto cell = make_cell(name);
        const auto width = cell.width;
        columns_.push_back({std::move(cell), width});
    }
}

TableWriter::Cell TableWriter::make_cell(std::string_view text) {
    auto shown = visible(text);
    const auto width = display_width(shown);
    return {std::move(shown), width};
}

void TableWriter::write_records() { begun_ = as_records_ = true; }

void TableWriter::add(const std::vector<Value>& row, const Snapshot& graph) {
    std::vector<Cell> cells;
    for (const auto& value : row) cells.push_back(make_cell(cell_text(value, graph)));
    ++rows_;
    if (begun_) return write(cells);
    for (std::size_t at = 0; at < row.size(); ++at) {
        auto& column = columns_.at(at);
        column.width = std::max(column.width, cells[at].width);
        column.only_numbers &= row[at].is_number() || row[at].is_null();
    }
    waiting_.push_back(std::move(cells));
    if (waiting_.size() == measured_rows) begin();
}

void TableWriter::end() {
    if (!begun_) begin();
    sink_.write(fmt::format("({} {})\n", rows_, rows_ == 1 ? "row" : "rows"));
}

void TableWriter::begin() {
    begun_ = true;
    if (terminal_ > 0 && !columns_.empty()) {
        std::vector<std::size_t> widths;
        for (const auto& column : columns_) widths.push_back(column.width);
        const auto between = separator.size() * (columns_.size() - 1);
        widths = fit_columns(std::move(widths), terminal_ - std::min(terminal_, between));
        as_records_ = widths.empty();
        for (std::size_t at = 0; at < widths.size(); ++at) columns_[at].width = widths[at];
    }
    if (!as_records_) {
        std::vector<Cell> names;
        std::string rule;
        for (const auto& column : columns_) {
            names.push_back(column.name);
            rule += (rule.empty() ? "" : "+-") + std::string(column.width + 1, '-');
        }
        if (!rule.empty()) rule.pop_back();
        write_line(names);
        sink_.write(rule + "\n");
    }
    for (auto& cells : waiting_) write(cells);
    waiting_.clear();
}

void TableWriter::write(std::vector<Cell>& cells) {
    if (as_records_)
        write_record(cells);
    else
        write_line(cells);
}

void TableWriter::write_line(std::vector<Cell>& cells) {
    std::string line;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const auto& column = columns_.at(at);
        if (terminal_ > 0 && cells[at].width > column.width)
            cells[at] = make_cell(cut_to_width(cells[at].text, column.width));
        const auto missing = column.width - std::min(column.width, cells[at].width);
        const auto padding = std::string(missing, ' ');
        if (at > 0) line += separator;
        line += column.only_numbers ? padding + cells[at].text : cells[at].text + padding;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    sink_.write(line + "\n");
}

void TableWriter::write_record(const std::vector<Cell>& cells) {
    std::size_t widest = 0;
    for (const auto& column : columns_) widest = std::max(widest, column.name.width);
    auto room = std::numeric_limits<std::size_t>::max();
    if (terminal_ > 0) {
        widest = std::min(widest, std::max(terminal_ / 3, least_column_width));
        room = terminal_ - std::min(terminal_, widest + separator.size());
    }
    sink_.write(fmt::format("-- row {}\n", ++records_));
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const auto name = cut_to_width(columns_.at(at).name.text, widest);
        sink_.write(fmt::format("{}{}{}{}\n", name, std::string(widest - display_width(name), ' '),
                                separator,
                                cut_to_width(cells[at].text, std::max(room, least_column_width))));
    }
}

} // namespace lintas::server
