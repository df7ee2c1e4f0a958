// The JSON body that answers a query, made piece by piece so that a large answer needs little
// memory.
//
// Invariant: the pieces joined are one JSON object. Once a piece has been handed out, an error of
// the query becomes the `errors` of the body; before that it is thrown.
#pragma once

#include "graph/error.h"
#include "query/result.h"
#include "server/json/json_writer.h"
#include "server/json/value_json.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lintas::server {

// What stands behind the rows.
struct AnswerEnd {
    std::optional<std::string> bookmark;
    std::string transaction; // its id, where one is open; else empty
    std::chrono::system_clock::time_point expiry;
};

struct AnswerOptions {
    Encoding encoding = Encoding::Plain;
    bool include_counters = false;
    // Writes one element of `errors`.
    std::function<void(JsonWriter& writer, const Error& error)> write_error;
    // Called once, when all rows are written; an error of it is one of the query.
    std::function<AnswerEnd(const query::Cursor& cursor)> finish;
};

// The members that the end has.
void write_end(JsonWriter& writer, const AnswerEnd& end);

class QueryAnswer {
public:
    QueryAnswer(std::unique_ptr<query::Cursor> cursor, AnswerOptions options);

    // The next piece, of about 64 KiB but for the last; empty after the last.
    std::string next_piece();
    bool is_complete() const { return complete_; }

private:
    void begin();
    void write_rows();
    void write_row();
    void end();
    void end_with(const Error& error);

    std::unique_ptr<query::Cursor> cursor_;
    AnswerOptions options_;
    JsonWriter writer_;
    std::vector<Value> row_;
    bool begun_ = false;
    bool handed_out_ = false;
    bool complete_ = false;
};

} // namespace lintas::server
