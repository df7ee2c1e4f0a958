#include "server/output/csv_format.h"

#include "server/output/cell_text.h"

namespace lintas::server {

namespace {

void append_field(std::string& line, std::string_view text) {
    if (!text.empty() && text.find_first_of(",\"\r\n") == text.npos) {
        line += text;
        return;
    }
    line += '"';
    for (const char character : text) line.append(character == '"' ? 2 : 1, character);
    line += '"';
}

} // namespace

void write_csv(query::Cursor& cursor, Sink& sink) {
    std::string line;
    for (const auto& column : cursor.columns()) {
        if (&column != &cursor.columns().front()) line += ',';
        append_field(line, column);
    }
    if (!cursor.columns().empty()) sink.write(line + "\r\n");

    for (std::vector<Value> row; cursor.next(row);) {
        line.clear();
        for (const auto& value : row) {
            if (&value != &row.front()) line += ',';
            if (!value.is_null()) append_field(line, cell_text(value, cursor.graph()));
        }
        sink.write(line + "\r\n");
    }
}

} // namespace lintas::server
