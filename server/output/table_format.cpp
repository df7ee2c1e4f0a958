#include "server/output/table_format.h"

#include "server/output/cell_text.h"
#include "server/output/display_width.h"
#include "server/output/plan_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::server {

namespace {

constexpr std::size_t measured_rows = 1000;

struct Cell {
    std::string text;
    std::size_t width = 0;
};

struct TableColumn {
    Cell name;
    std::size_t width = 0;
    bool only_numbers = true; // so far, null apart
};

Cell make_cell(std::string_view text) {
    auto shown = visible(text);
    const auto width = display_width(shown);
    return {std::move(shown), width};
}

class Table {
public:
    Table(const std::vector<std::string>& names, Sink& sink) : sink_{sink} {
        for (const auto& name : names) {
            auto cell = make_cell(name);
            const auto width = cell.width;
            columns_.push_back({std::move(cell), width});
        }
    }

    void add(const std::vector<Value>& row, const Snapshot& graph) {
        std::vector<Cell> cells;
        for (const auto& value : row) cells.push_back(make_cell(cell_text(value, graph)));
        ++rows_;
        if (begun_) return write_line(cells);
        for (std::size_t at = 0; at < row.size(); ++at) {
            auto& column = columns_.at(at);
            column.width = std::max(column.width, cells[at].width);
            column.only_numbers &= row[at].is_number() || row[at].is_null();
        }
        waiting_.push_back(std::move(cells));
        if (waiting_.size() == measured_rows) begin();
    }

    void end() {
        if (!begun_) begin();
        sink_.write(fmt::format("({} {})\n", rows_, rows_ == 1 ? "row" : "rows"));
    }

private:
    void begin() {
        begun_ = true;
        std::vector<Cell> names;
        std::string rule;
        for (const auto& column : columns_) {
            names.push_back(column.name);
            rule += (rule.empty() ? "" : "+-") + std::string(column.width + 1, '-');
        }
        if (!rule.empty()) rule.pop_back();
        write_line(names);
        sink_.write(rule + "\n");
        for (const auto& cells : waiting_) write_line(cells);
        waiting_.clear();
    }

    void write_line(const std::vector<Cell>& cells) {
        std::string line;
        for (std::size_t at = 0; at < cells.size(); ++at) {
            const auto& column = columns_.at(at);
            const auto missing = column.width - std::min(column.width, cells[at].width);
            const auto padding = std::string(missing, ' ');
            if (at > 0) line += " | ";
            line += column.only_numbers ? padding + cells[at].text : cells[at].text + padding;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        sink_.write(line + "\n");
    }

    Sink& sink_;
    std::vector<TableColumn> columns_;
    std::vector<std::vector<Cell>> waiting_;
    std::uint64_t rows_ = 0;
    bool begun_ = false;
};

} // namespace

void write_table(query::Cursor& cursor, Sink& sink) {
    Table table{cursor.columns(), sink};
    for (std::vector<Value> row; cursor.next(row);) table.add(row, cursor.graph());
    const auto& summary = cursor.summary();
    if (summary.plan && !summary.profiled) return sink.write(plan_text(*summary.plan));
    if (!cursor.columns().empty()) table.end();
    if (summary.plan) sink.write(plan_text(*summary.plan));
}

} // namespace lintas::server
