#include "server/output/table_format.h"

#include "server/output/plan_text.h"
#include "server/output/table_writer.h"

namespace lintas::server {

void write_table(query::Cursor& cursor, Sink& sink) { write_fitted_table(cursor, sink, 0); }

void write_fitted_table(query::Cursor& cursor, Sink& sink, std::size_t terminal) {
    TableWriter table{cursor.columns(), sink, terminal};
    for (std::vector<Value> row; cursor.next(row);) table.add(row, cursor.graph());
    const auto& summary = cursor.summary();
    if (summary.plan && !summary.profiled) return sink.write(plan_text(*summary.plan));
    if (!cursor.columns().empty()) table.end();
    if (summary.plan) sink.write(plan_text(*summary.plan));
}

} // namespace lintas::server
