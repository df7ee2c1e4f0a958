#include "server/http/query_answer.h"

#include "server/json/summary_json.h"

#include <fmt/chrono.h>

namespace lintas::server {

namespace {

constexpr std::size_t piece_size = 1 << 16;

} // namespace

void write_end(JsonWriter& writer, const AnswerEnd& end) {
    if (end.bookmark) {
        writer.key("bookmarks");
        writer.begin_array();
        writer.string(*end.bookmark);
        writer.end_array();
    }
    if (end.transaction.empty()) return;
    writer.key("transaction");
    writer.begin_object();
    writer.member("id", end.transaction);
    const auto expiry = std::chrono::floor<std::chrono::seconds>(end.expiry);
    writer.member("expires", fmt::format("{:%FT%TZ}", fmt::gmtime(expiry)));
    writer.end_object();
}

QueryAnswer::QueryAnswer(std::unique_ptr<query::Cursor> cursor, AnswerOptions options)
    : cursor_{std::move(cursor)}, options_{std::move(options)} {}

std::string QueryAnswer::next_piece() {
    if (complete_) return {};
    try {
        if (!begun_) begin();
        write_rows();
    } catch (const Error& error) {
        if (!handed_out_) throw;
        end_with(error);
    }
    handed_out_ = true;
    return writer_.take();
}

void QueryAnswer::begin() {
    begun_ = true;
    writer_.begin_object();
    writer_.key("data");
    writer_.begin_object();
    writer_.key("fields");
    writer_.begin_array();
    for (const auto& column : cursor_->columns()) writer_.string(column);
    writer_.end_array();
    writer_.key("values");
    writer_.begin_array();
}

void QueryAnswer::write_rows() {
    while (writer_.size() < piece_size) {
        if (!cursor_->next(row_)) return end();
        write_row();
    }
}

// A row that fails half-way leaves the answer as it was before the row.
void QueryAnswer::write_row() {
    JsonWriter row;
    row.begin_array();
    for (const auto& value : row_) write_value(row, options_.encoding, value, cursor_->graph());
    row.end_array();
    writer_.raw(row.take());
}

void QueryAnswer::end() {
    const auto last = options_.finish(*cursor_);
    complete_ = true;
    const auto& summary = cursor_->summary();
    writer_.end_array();
    writer_.end_object();
    if (!summary.notifications.empty()) {
        writer_.key("notifications");
        writer_.begin_array();
        for (const auto& notification : summary.notifications)
            write_notification(writer_, notification);
        writer_.end_array();
    }
    if (options_.include_counters) {
        writer_.key("counters");
        write_counters(writer_, summary.counters);
    }
    if (summary.plan) {
        writer_.key(summary.profiled ? "profiledQueryPlan" : "queryPlan");
        write_plan(writer_, options_.encoding, *summary.plan, cursor_->graph());
    }
    writer_.member("queryType", query_type(summary.kind));
    write_end(writer_, last);
    writer_.end_object();
}

void QueryAnswer::end_with(const Error& error) {
    complete_ = true;
    writer_.end_array();
    writer_.end_object();
    writer_.key("errors");
    writer_.begin_array();
    options_.write_error(writer_, error);
    writer_.end_array();
    writer_.end_object();
}

} // namespace lintas::server
