#include "server/http/exchange.h"

#include "server/http/held_turn.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace lintas::server {

namespace {

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

// With its parameter, plain JSON is left alone by cpp-httplib's slow compression.
std::string content_type(const MediaType& type) {
    return std::string{type.name} + (type.encoding == Encoding::Plain ? "; charset=utf-8" : "");
}

query::Limits limits_for(const Service& service, const QueryRequest& request) {
    const auto& options = service.options;
    const auto wanted =
        request.longest_time.count() > 0 ? request.longest_time : options.query_time;
    query::Limits limits;
    limits.time = std::min(wanted, options.longest_time);
    limits.memory_bytes = options.query_memory;
    limits.rows = options.query_rows;
    limits.writer_wait = options.longest_wait;
    limits.cancel = service.cancel.get_token();
    limits.import_folder = options.import_folder;
    return limits;
}

// An answer on its way to the client, with the turn that it was made in.
struct Stream {
    std::unique_ptr<QueryAnswer> answer;
    std::unique_ptr<HeldTurn> turn;
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

void stream_answer(const Exchange& exchange, std::shared_ptr<Stream> stream) {
    auto send = [stream = std::move(stream)](std::size_t, httplib::DataSink& sink) {
        return send_piece(*stream, sink);
    };
    const auto type = content_type(exchange.answered_in);
    if (exchange.request.version == "HTTP/1.0")
        exchange.response.set_content_provider(type, std::move(send));
    else
        exchange.response.set_chunked_content_provider(type, std::move(send));
}

const Error* for_tck(const Service& service, const Error& error) {
    return service.options.tck ? &error : nullptr;
}

AnswerOptions options_of(const Exchange& exchange, const QueryRequest& query,
                         StatementRun& statement) {
    const auto write = [&service = exchange.service, text = query.statement](JsonWriter& writer,
                                                                             const Error& error) {
        write_error(writer, describe_error(error, text), for_tck(service, error));
    };
    return {encoding_for(exchange.service, exchange.answered_in), query.include_counters, write,
            std::move(statement.finish)};
}

} // namespace

void answer(Response& response, const ErrorAnswer& error, const Error* tck) {
    response.status = error.status;
    response.set_content(error_body(error, tck), "application/json; charset=utf-8");
}

void answer(const Exchange& exchange, const Error& error, const std::string& statement) {
    answer(exchange.response, describe_error(error, statement), for_tck(exchange.service, error));
}

void answer(const Exchange& exchange, const AnswerEnd& end) {
    JsonWriter writer;
    writer.begin_object();
    write_end(writer, end);
    writer.end_object();
    exchange.response.status = 202;
    exchange.response.set_content(writer.take(), content_type(exchange.answered_in));
}

std::optional<Exchange> begin_exchange(Service& service, const Request& request,
                                       Response& response) {
    const std::string database = request.matches[1];
    const auto refuse = [&response](const ErrorAnswer& error) -> std::optional<Exchange> {
        answer(response, error);
        return std::nullopt;
    };
    if (!is_database(service, database))
        return refuse({404, "Neo.ClientError.Database.DatabaseNotFound",
                       fmt::format("There is no database `{}`", database)});
    const auto type = choose_media_type(request.get_header_value("Accept"));
    if (!type)
        return refuse({406, "Neo.ClientError.Request.Invalid",
                       "An answer can be `application/json` or `application/vnd.neo4j.query`"});
    if (request.body.empty() && !request.has_header("Content-Type"))
        return Exchange{service, request, response, Encoding::Plain, *type};
    const auto content_type = find_media_type(request.get_header_value("Content-Type"));
    if (!content_type)
        return refuse(
            {415, "Neo.ClientError.Request.Invalid",
             "A query is sent as `application/json` or `application/vnd.neo4j.query`, in UTF-8"});
    return Exchange{service, request, response, content_type->encoding, *type};
}

void answer_statement(const Exchange& exchange, const QueryRequest& query, StatementRun statement) {
    auto& [service, request, response, asked_in, answered_in] = exchange;
    auto turn = HeldTurn::take(service.turns, service.options.longest_wait);
    if (!turn) {
        response.set_header("Retry-After", "1");
        return answer(response,
                      {503, "Neo.TransientError.Transaction.MaximumTransactionLimitReached",
                       "Too many queries are running; try again soon"});
    }
    auto limits = limits_for(service, query);
    limits.place = turn.get();
    auto cursor = statement.run(limits);
    auto whole =
        std::make_unique<QueryAnswer>(std::move(cursor), options_of(exchange, query, statement));
    auto piece = whole->next_piece();
    response.status = 202;
    if (whole->is_complete()) return response.set_content(piece, content_type(answered_in));
    stream_answer(exchange, std::make_shared<Stream>(
                                Stream{std::move(whole), std::move(turn), std::move(piece)}));
}

} // namespace lintas::server
