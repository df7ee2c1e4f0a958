#include "server/output/json_format.h"

#include "server/json/json_writer.h"
#include "server/json/summary_json.h"
#include "server/json/value_json.h"

namespace lintas::server {

namespace {

constexpr std::size_t piece = 1 << 16;

void write_row(JsonWriter& writer, const std::vector<Value>& row, const Snapshot& graph) {
    writer.begin_array();
    for (const auto& value : row) write_value(writer, Encoding::Plain, value, graph);
    writer.end_array();
}

void write_summary(JsonWriter& writer, const query::Summary& summary, const Snapshot& graph) {
    if (summary.plan) {
        writer.key("plan");
        write_plan(writer, Encoding::Plain, *summary.plan, graph);
    }
    if (summary.counters.contains_updates()) {
        writer.key("counters");
        write_counters(writer, summary.counters);
    }
}

} // namespace

void write_json(query::Cursor& cursor, Sink& sink) {
    JsonWriter writer;
    writer.begin_object();
    writer.key("columns");
    writer.begin_array();
    for (const auto& column : cursor.columns()) writer.string(column);
    writer.end_array();
    writer.key("rows");
    writer.begin_array();
    for (std::vector<Value> row; cursor.next(row);) {
        write_row(writer, row, cursor.graph());
        if (writer.size() >= piece) sink.write(writer.take());
    }
    writer.end_array();
    write_summary(writer, cursor.summary(), cursor.graph());
    writer.end_object();
    sink.write(writer.take() + "\n");
}

void write_ndjson(query::Cursor& cursor, Sink& sink) {
    const auto& columns = cursor.columns();
    for (std::vector<Value> row; cursor.next(row);) {
        JsonWriter writer;
        writer.begin_object();
        for (std::size_t at = 0; at < row.size(); ++at) {
            writer.key(columns.at(at));
            write_value(writer, Encoding::Plain, row[at], cursor.graph());
        }
        writer.end_object();
        sink.write(writer.take() + "\n");
    }
}

} // namespace lintas::server
