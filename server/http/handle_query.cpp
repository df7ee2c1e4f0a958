#include "server/http/bookmark.h"
#include "server/http/error_answer.h"
#include "server/http/media_type.h"
#include "server/http/query_answer.h"
#include "server/http/query_request.h"
#include "server/http/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace lintas::server {

namespace {

void answer(Response& response, const ErrorAnswer& error, const Error* tck = nullptr) {
    response.status = error.status;
    response.set_content(error_body(error, tck), "application/json; charset=utf-8");
}

bool is_database(const Service& service, std::string name) {
    std::ranges::transform(name, name.begin(),
                           [](unsigned char letter) { return std::tolower(letter); });
    const auto& names = service.options.database_names;
    return std::ranges::find(names, name) != names.end();
}

Encoding encoding_for(const Service& service, const MediaType& type) {
    const auto as_printed = service.options.tck && type.encoding == Encoding::Typed;
    return as_printed ? Encoding::TypedAsPrinted : type.encoding;
}

query::Limits limits_for(const Service& service, const QueryRequest& request) {
    const auto& options = service.options;
    const auto wanted =
        request.longest_time.count() > 0 ? request.longest_time : options.query_time;
    query::Limits limits;
    limits.time = std::min(wanted, options.longest_time);
    limits.memory_bytes = options.query_memory;
    limits.rows = options.query_rows;
    limits.cancel = service.cancel.get_token();
    return limits;
}

std::optional<ErrorAnswer> refuse_bookmarks(const Service& service, const QueryRequest& request) {
    if (request.bookmarks.empty()) return std::nullopt;
    const auto snapshot = service.database.snapshot();
    for (const auto& bookmark : request.bookmarks)
        if (!reaches(*snapshot, bookmark))
            return ErrorAnswer{400, "Neo.ClientError.Transaction.InvalidBookmark",
                               fmt::format("`{}` is no bookmark of this store", bookmark)};
    return std::nullopt;
}

// An answer on its way to the client, with the turn that it was made in.
struct Stream {
    std::unique_ptr<QueryAnswer> answer;
    Turns::Turn turn;
    std::string piece; // the next to send
};

// Sends one piece a call; a client that does not read, or an answer that cannot go on, ends the
// connection without the body's end, which tells the client that something is missing.
bool send_piece(Stream& stream, httplib::DataSink& sink) {
    try {
        if (!sink.write(stream.piece.data(), stream.piece.size())) return false;
        stream.piece = stream.answer->next_piece();
    } catch (...) {
        describe_exception(std::current_exception());
        return false;
    }
    if (stream.piece.empty()) sink.done();
    return true;
}

void stream_answer(const Request& request, Response& response, std::shared_ptr<Stream> stream,
                   const std::string& type) {
    auto send = [stream = std::move(stream)](std::size_t, httplib::DataSink& sink) {
        return send_piece(*stream, sink);
    };
    if (request.version == "HTTP/1.0")
        response.set_content_provider(type, std::move(send));
    else
        response.set_chunked_content_provider(type, std::move(send));
}

// Describes the errors of one query.
struct Describer {
    std::string statement;
    std::chrono::steady_clock::time_point deadline;
    bool tck = false;

    ErrorAnswer operator()(const Error& error) const {
        auto described = describe_error(error, statement);
        const auto is_late = std::chrono::steady_clock::now() > deadline;
        if (error.code() == ErrorCode::Limit && is_late)
            described.code = "Neo.ClientError.Transaction.TransactionTimedOut";
        return described;
    }
    const Error* for_tck(const Error& error) const { return tck ? &error : nullptr; }
};

// What goes wrong before the first piece is whole is answered with a status of its own.
void run_query(Service& service, const Request& request, Response& response,
               const QueryRequest& query, const MediaType& type, Turns::Turn turn,
               const query::Limits& limits, const Describer& describe) {
    auto cursor = service.database.run(query.statement, query.parameters, limits);
    const auto write = [describe](JsonWriter& writer, const Error& error) {
        write_error(writer, describe(error), describe.for_tck(error));
    };
    const AnswerOptions options{encoding_for(service, type), query.include_counters, write};
    auto whole = std::make_unique<QueryAnswer>(std::move(cursor), options);
    auto piece = whole->next_piece();
    response.status = 202;
    // With its parameter, plain JSON is left alone by cpp-httplib's slow compression.
    const auto* charset = type.encoding == Encoding::Plain ? "; charset=utf-8" : "";
    const auto content_type = std::string{type.name} + charset;
    if (whole->is_complete()) return response.set_content(piece, content_type);
    stream_answer(
        request, response,
        std::make_shared<Stream>(Stream{std::move(whole), std::move(turn), std::move(piece)}),
        content_type);
}

} // namespace

void refuse_query_method(Service&, const Request&, Response& response) {
    response.set_header("Allow", "POST");
    answer(response, {405, "Neo.ClientError.Request.Invalid", "Queries are sent with POST"});
}

void post_query(Service& service, const Request& request, Response& response) {
    const std::string database = request.matches[1];
    if (!is_database(service, database))
        return answer(response, {404, "Neo.ClientError.Database.DatabaseNotFound",
                                 fmt::format("There is no database `{}`", database)});
    const auto type = choose_media_type(request.get_header_value("Accept"));
    if (!type)
        return answer(response,
                      {406, "Neo.ClientError.Request.Invalid",
                       "An answer can be `application/json` or `application/vnd.neo4j.query`"});
    const auto content_type = find_media_type(request.get_header_value("Content-Type"));
    if (!content_type)
        return answer(response,
                      {415, "Neo.ClientError.Request.Invalid",
                       "A query is sent as `application/json` or `application/vnd.neo4j.query`"});
    const auto query = read_query_request(request.body, content_type->encoding);
    if (const auto refused = refuse_bookmarks(service, query)) return answer(response, *refused);

    auto turn = service.turns.take(service.options.longest_wait);
    if (!turn) {
        response.set_header("Retry-After", "1");
        return answer(response,
                      {503, "Neo.TransientError.Transaction.MaximumTransactionLimitReached",
                       "Too many queries are running; try again soon"});
    }
    const auto limits = limits_for(service, query);
    const Describer describe{query.statement, std::chrono::steady_clock::now() + limits.time,
                             service.options.tck};
    try {
        run_query(service, request, response, query, *type, std::move(*turn), limits, describe);
    } catch (const Error& error) {
        answer(response, describe(error), describe.for_tck(error));
    }
}

} // namespace lintas::server
