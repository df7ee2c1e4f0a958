#include "query/bookmark.h"
#include "server/http/exchange.h"

namespace lintas::server {

void refuse_query_method(Service&, const Request&, Response& response) {
    response.set_header("Allow", "POST");
    answer(response, {405, "Neo.ClientError.Request.Invalid", "Queries are sent with POST"});
}

void post_query(Service& service, const Request& request, Response& response) {
    const auto exchange = begin_exchange(service, request, response);
    if (!exchange) return;
    const auto query = read_query_request(request.body, exchange->asked_in);
    const auto past = query.as_of.empty() ? nullptr : service.snapshots.database(query.as_of);
    auto& database = past ? *past : service.database;
    const auto run = [&](const query::Limits& limits) {
        return database.run(query.statement, query.parameters, limits, query.access);
    };
    const auto finish = [past](const query::Cursor& cursor) { // which it keeps open
        return AnswerEnd{query::bookmark_of(cursor.graph(), cursor.summary().version), {}, {}};
    };
    try {
        database.wait_for(query.bookmarks, service.options.longest_wait);
        answer_statement(*exchange, query, {run, finish});
    } catch (const Error& error) {
        answer(*exchange, error, query.statement);
    }
}

} // namespace lintas::server
