// Writes rows as a table for people: columns as wide as their cells, numbers to the right, the
// number of rows below. Where it has to fit a terminal cells are cut, and rows with too many
// columns are written as records, a line for each column.
//
// Invariant: widths come from the first thousand rows. Without a terminal later rows are never cut,
// only out of line.
#pragma once

#include "graph/store.h"
#include "server/output/sink.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lintas::server {

class TableWriter {
public:
    // `terminal`: its columns, or 0 where lines may be as long as they get.
    TableWriter(const std::vector<std::string>& names, Sink& sink, std::size_t terminal);

    // A line for each column of a row, whatever there is room for. REQUIRES: no row was added yet.
    void write_records();
    // The ids in the row are of `graph`.
    void add(const std::vector<Value>& row, const Snapshot& graph);
    void end();

private:
    struct Cell {
        std::string text;
        std::size_t width = 0;
    };
    struct TableColumn {
        Cell name;
        std::size_t width = 0;
        bool only_numbers = true; // so far, null apart
    };

    static Cell make_cell(std::string_view text);
    void begin();
    void write(std::vector<Cell>& cells);
    void write_line(std::vector<Cell>& cells);
    void write_record(const std::vector<Cell>& cells);

    Sink& sink_;
    std::size_t terminal_;
    std::vector<TableColumn> columns_;
    std::vector<std::vector<Cell>> waiting_;
    std::uint64_t rows_ = 0;
    std::uint64_t records_ = 0; // written
    bool begun_ = false;
    bool as_records_ = false;
};

} // namespace lintas::server
