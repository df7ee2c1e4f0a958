// What all requests that run statements have in common: the forms of question and answer, limits, a
// turn, and an answer that may be longer than memory.
#pragma once

#include "server/http/error_answer.h"
#include "server/http/media_type.h"
#include "server/http/query_answer.h"
#include "server/http/query_request.h"
#include "server/http/routes.h"
#include "server/http/service.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace lintas::server {

struct Exchange {
    Service& service;
    const Request& request;
    Response& response;
    Encoding asked_in; // of the request's body
    MediaType answered_in;
};

// Nothing where the request is refused, which it then has been: no such database, or forms that we
// do not have.
std::optional<Exchange> begin_exchange(Service& service, const Request& request,
                                       Response& response);

void answer(Response& response, const ErrorAnswer& error, const Error* tck = nullptr);
// What a statement threw before anything of its answer went out.
void answer(const Exchange& exchange, const Error& error, const std::string& statement);
// Of a request without a statement.
void answer(const Exchange& exchange, const AnswerEnd& end);

// How a statement is run, and what its answer ends with.
struct StatementRun {
    std::function<std::unique_ptr<query::Cursor>(const query::Limits& limits)> run;
    std::function<AnswerEnd(const query::Cursor& cursor)> finish;
};

// Waits for a turn and answers. Throws what the statement throws before anything of its answer has
// gone out.
void answer_statement(const Exchange& exchange, const QueryRequest& query, StatementRun statement);

} // namespace lintas::server
