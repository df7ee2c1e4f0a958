// For conformance tests: procedures that answer from a table which the test sends.
#include "graph/error.h"
#include "query/procedures/table_procedure.h"
#include "server/http/exchange.h"
#include "server/json/json_reader.h"
#include "server/json/value_json.h"

#include <fmt/format.h>

namespace lintas::server {

namespace {

const Value& member(const Map& request, std::string_view key, ValueType type) {
    const auto found = request.find(key);
    if (found == request.end() || !found->second.is(type))
        throw Error{ErrorCode::Input, fmt::format("`{}` of the request is missing", key)};
    return found->second;
}

query::Procedure procedure_in(std::string_view body, Encoding encoding) {
    const auto json = read_json(body);
    if (!json.is(ValueType::Map))
        throw Error{ErrorCode::Input, "The request must be a JSON object"};
    query::ProcedureRows rows;
    for (const auto& row : member(json.map(), "rows", ValueType::List).list()) {
        if (!row.is(ValueType::List))
            throw Error{ErrorCode::Input, "Each of the `rows` must be an array"};
        auto& values = rows.emplace_back();
        for (const auto& value : row.list())
            values.push_back(encoding == Encoding::Plain ? value : read_typed(value));
    }
    return query::table_procedure(member(json.map(), "signature", ValueType::String).string(),
                                  std::move(rows));
}

// Is there such an endpoint at all, and such a database? Refuses otherwise.
std::optional<Exchange> begin_test(Service& service, const Request& request, Response& response) {
    if (service.options.tck) return begin_exchange(service, request, response);
    answer(response, {404, "Neo.ClientError.Request.Invalid",
                      fmt::format("There is nothing at `{}`", request.path)});
    return std::nullopt;
}

} // namespace

void post_test_procedure(Service& service, const Request& request, Response& response) {
    const auto exchange = begin_test(service, request, response);
    if (!exchange) return;
    try {
        service.database.add_procedure(procedure_in(request.body, exchange->asked_in));
        answer(*exchange, AnswerEnd{});
    } catch (const Error& error) {
        answer(*exchange, error, {});
    }
}

void delete_test_procedures(Service& service, const Request& request, Response& response) {
    const auto exchange = begin_test(service, request, response);
    if (!exchange) return;
    service.database.reset_procedures();
    answer(*exchange, AnswerEnd{});
}

} // namespace lintas::server
