// The table of endpoints, and what answers where there is none.
//
// Invariant: a handler translates and catches nothing; what it throws becomes an answer in one
// place.
#pragma once

#include "server/http/service.h"

#include <httplib.h>

namespace lintas::server {

using httplib::Request;
using httplib::Response;

// Adds all endpoints. `service` must outlive the server.
void mount(httplib::Server& http, Service& service);

void get_discovery(Service& service, const Request& request, Response& response);
void get_livez(Service& service, const Request& request, Response& response);
void get_readyz(Service& service, const Request& request, Response& response);
void post_query(Service& service, const Request& request, Response& response);
void post_transaction(Service& service, const Request& request, Response& response);
void post_transaction_statement(Service& service, const Request& request, Response& response);
void post_transaction_commit(Service& service, const Request& request, Response& response);
void delete_transaction(Service& service, const Request& request, Response& response);
void post_test_procedure(Service& service, const Request& request, Response& response);
void delete_test_procedures(Service& service, const Request& request, Response& response);
void refuse_query_method(Service& service, const Request& request, Response& response);

} // namespace lintas::server
