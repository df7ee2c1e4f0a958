#include "server/http/routes.h"

#include "server/http/error_answer.h"
#include "server/http/guard.h"

#include <fmt/format.h>

namespace lintas::server {

namespace {

using Method = httplib::Server& (httplib::Server::*)(const std::string&, httplib::Server::Handler);

struct Route {
    Method method;
    const char* path;
    void (*handle)(Service& service, const Request& request, Response& response);
};

constexpr auto query_path = "/db/([^/]+)/query/v2";
constexpr auto transactions_path = "/db/([^/]+)/query/v2/tx";
constexpr auto transaction_path = "/db/([^/]+)/query/v2/tx/([^/]+)";
constexpr auto commit_path = "/db/([^/]+)/query/v2/tx/([^/]+)/commit";
constexpr auto test_procedure_path = "/db/([^/]+)/test/procedure";

constexpr Route routes[] = {
    {&httplib::Server::Get, "/", get_discovery},
    {&httplib::Server::Get, "/livez", get_livez},
    {&httplib::Server::Get, "/readyz", get_readyz},
    {&httplib::Server::Post, query_path, post_query},
    {&httplib::Server::Post, transactions_path, post_transaction},
    {&httplib::Server::Post, transaction_path, post_transaction_statement},
    {&httplib::Server::Post, commit_path, post_transaction_commit},
    {&httplib::Server::Delete, transaction_path, delete_transaction},
    {&httplib::Server::Post, test_procedure_path, post_test_procedure},
    {&httplib::Server::Delete, test_procedure_path, delete_test_procedures},
    {&httplib::Server::Delete, query_path, refuse_query_method},
    {&httplib::Server::Get, query_path, refuse_query_method},
    {&httplib::Server::Options, query_path, refuse_query_method},
    {&httplib::Server::Patch, query_path, refuse_query_method},
    {&httplib::Server::Put, query_path, refuse_query_method},
};

void answer_refusal(Response& response, const ErrorAnswer& error) {
    response.status = error.status;
    response.set_content(error_body(error), "application/json; charset=utf-8");
}

// For answers that no handler made: no such path, or a request that cpp-httplib refused itself.
void answer_status(const Request& request, Response& response) {
    if (!response.body.empty() || response.content_length_ > 0 || response.content_provider_)
        return;
    const auto status = response.status;
    const auto message = status == 404 ? fmt::format("There is nothing at `{}`", request.path)
                                       : std::string{"The request cannot be understood"};
    answer_refusal(response, {status, "Neo.ClientError.Request.Invalid", message});
}

} // namespace

void mount(httplib::Server& http, Service& service) {
    for (const auto& [method, path, handle] : routes) {
        auto call = [&service, handle = handle](const Request& request, Response& response) {
            handle(service, request, response);
        };
        (http.*method)(path, call);
    }
    http.set_pre_routing_handler([&service](const Request& request, Response& response) {
        return guard(service.options, request, response);
    });
    http.set_exception_handler(
        [](const Request&, Response& response, const std::exception_ptr& exception) {
            answer_refusal(response, describe_exception(exception));
        });
    http.set_error_handler(answer_status);
}

} // namespace lintas::server
