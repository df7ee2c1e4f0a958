// What a client is told when something fails: a status, a code in the style that drivers know, and
// a sentence. What is our own affair goes to the log, under a number that the client is told.
//
// Invariant: no path, no stack and no text of an unknown exception leaves the service.
#pragma once

#include "graph/error.h"
#include "server/json/json_writer.h"

#include <exception>
#include <string>
#include <string_view>

namespace lintas::server {

struct ErrorAnswer {
    int status = 500;
    std::string code;
    std::string message;
};

// `statement` is the query that failed, for the line and carets; empty where there is none.
ErrorAnswer describe_error(const Error& error, std::string_view statement);
// Of any exception, as it is caught at the top.
ErrorAnswer describe_exception(const std::exception_ptr& exception);

// One element of `errors`: code and message, and for conformance tests what the openCypher TCK
// calls the error.
void write_error(JsonWriter& writer, const ErrorAnswer& answer, const Error* tck = nullptr);
// A whole body: {"errors": [...]}.
std::string error_body(const ErrorAnswer& answer, const Error* tck = nullptr);

} // namespace lintas::server
