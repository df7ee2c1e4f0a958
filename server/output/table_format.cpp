#include "server/output/table_format.h"

#include "server/output/plan_text.h"
#include "server/output/table_writer.h"

namespace lintas::server {

namespace {

void write(TableWriter& table, query::Cursor& cursor, Sink& sink) {
    for (std::vector<Value> row; cursor.next(row);) table.add(row, cursor.graph());
    const auto& summary = cursor.summary();
    if (summary.plan && !summary.profiled) return sink.write(plan_text(*summary.plan));
    if (!cursor.columns().empty()) table.end();
    if (summary.plan) sink.write(plan_text(*summary.plan));
}

} // namespace

void write_table(query::Cursor& cursor, Sink& sink) { write_fitted_table(cursor, sink, 0); }

void write_fitted_table(query::Cursor& cursor, Sink& sink, std::size_t terminal) {
    TableWriter table{cursor.columns(), sink, terminal};
    write(table, cursor, sink);
}

void write_records(query::Cursor& cursor, Sink& sink) {
    TableWriter table{cursor.columns(), sink, 0};
    table.write_records();
    write(table, cursor, sink);
}

} // namespace lintas::server
