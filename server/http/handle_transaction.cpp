#include "server/http/exchange.h"

namespace lintas::server {

namespace {

// Shared with the answer that is on its way; what is not kept by then is rolled back.
using SharedUse = std::shared_ptr<Transactions::Use>;

AnswerEnd keep(Transactions::Use& use) {
    use.transaction().keep_alive();
    AnswerEnd end{{}, use.id(), use.transaction().expiry()};
    use.keep();
    return end;
}

AnswerEnd commit(Transactions::Use& use) { return {use.transaction().commit(), {}, {}}; }

// Runs the request's statement, if there is one, and then does what `end` says.
void run_in(const Exchange& exchange, const QueryRequest& query, const SharedUse& use,
            AnswerEnd (*end)(Transactions::Use&)) {
    if (query.statement.empty()) return answer(exchange, end(*use));
    const auto run = [&](const query::Limits& limits) {
        return use->transaction().run(query.statement, query.parameters, limits);
    };
    const auto finish = [use, end](const query::Cursor&) { return end(*use); };
    answer_statement(exchange, query, {run, finish});
}

void run_in_open(Service& service, const Request& request, Response& response,
                 AnswerEnd (*end)(Transactions::Use&)) {
    const auto exchange = begin_exchange(service, request, response);
    if (!exchange) return;
    const auto query = read_transaction_request(request.body, exchange->asked_in);
    try {
        run_in(*exchange, query,
               std::make_shared<Transactions::Use>(service.transactions.take(request.matches[2])),
               end);
    } catch (const Error& error) {
        answer(*exchange, error, query.statement);
    }
}

} // namespace

void post_transaction(Service& service, const Request& request, Response& response) {
    const auto exchange = begin_exchange(service, request, response);
    if (!exchange) return;
    const auto query = read_transaction_request(request.body, exchange->asked_in);
    try {
        service.database.wait_for(query.bookmarks, service.options.longest_wait);
        auto use = service.transactions.add(service.database.begin(
            {query.access, service.options.transaction_idle, service.options.longest_transaction}));
        if (!use) {
            response.set_header("Retry-After", "1");
            return answer(response,
                          {503, "Neo.TransientError.Transaction.MaximumTransactionLimitReached",
                           "Too many transactions are open; try again soon"});
        }
        run_in(*exchange, query, std::make_shared<Transactions::Use>(std::move(*use)), keep);
    } catch (const Error& error) {
        answer(*exchange, error, query.statement);
    }
}

void post_transaction_statement(Service& service, const Request& request, Response& response) {
    run_in_open(service, request, response, keep);
}

void post_transaction_commit(Service& service, const Request& request, Response& response) {
    run_in_open(service, request, response, commit);
}

void delete_transaction(Service& service, const Request& request, Response& response) {
    const auto exchange = begin_exchange(service, request, response);
    if (!exchange) return;
    try {
        service.transactions.take(request.matches[2]).transaction().roll_back();
        answer(*exchange, AnswerEnd{});
        response.status = 200;
    } catch (const Error& error) {
        answer(*exchange, error, {});
    }
}

} // namespace lintas::server
