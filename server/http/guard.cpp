#include "server/http/guard.h"

#include "server/http/error_answer.h"
#include "server/http/host.h"

#include <algorithm>
#include <charconv>

namespace lintas::server {

namespace {

constexpr std::size_t most_headers = 100;
constexpr std::size_t longest_path = 1024;

bool has_control(std::string_view text) {
    return std::ranges::any_of(text, [](unsigned char character) {
        return (character < 0x20 && character != '\t') || character == 0x7F;
    });
}

bool has_body_method(const httplib::Request& request) {
    return request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS";
}

// What asks about a transaction needs no body; clients then often send no length either.
bool may_lack_body(const httplib::Request& request) {
    return request.method == "DELETE" || request.path.find("/query/v2/tx") != std::string::npos;
}

std::optional<Refusal> refuse_headers(const httplib::Request& request) {
    if (request.headers.size() > most_headers)
        return Refusal{431, "The request has too many headers"};
    for (const auto& [name, value] : request.headers)
        if (has_control(name) || has_control(value))
            return Refusal{400, "A header has a control character in it"};
    if (request.path.size() > longest_path) return Refusal{414, "The path is too long"};
    return std::nullopt;
}

// How long the body is: exactly one length, or none where none is needed.
std::optional<Refusal> refuse_length(const httplib::Request& request) {
    const auto lengths = request.get_header_value_count("Content-Length");
    const auto is_chunked = request.has_header("Transfer-Encoding");
    if (lengths > 1 || (lengths == 1 && is_chunked))
        return Refusal{400, "The request says more than once how long its body is"};
    if (lengths == 0) {
        if (is_chunked || (has_body_method(request) && !may_lack_body(request)))
            return Refusal{411, "The request must say in Content-Length how long its body is"};
        return std::nullopt;
    }
    const auto text = request.get_header_value("Content-Length");
    std::size_t length = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (code == std::errc::invalid_argument || end != text.data() + text.size())
        return Refusal{400, "The Content-Length is no number"};
    if (code != std::errc{} || length > longest_body)
        return Refusal{413, "The body is longer than 1 MiB"};
    if (length > 0 && !has_body_method(request))
        return Refusal{400, "A request of this method has no body"};
    return std::nullopt;
}

std::optional<Refusal> refuse_encoding(const httplib::Request& request) {
    if (request.has_header("Content-Encoding"))
        return Refusal{415, "A compressed body is not accepted"};
    if (request.get_header_value("Content-Type").find("multipart/") != std::string::npos)
        return Refusal{415, "A body in parts is not accepted"};
    return std::nullopt;
}

std::optional<Refusal> refuse_sender(const httplib::Request& request,
                                     const ServiceOptions& options) {
    if (request.get_header_value_count("Host") != 1 ||
        !is_allowed_host(request.get_header_value("Host"), options))
        return Refusal{421, "The service does not go by the name in the Host header"};
    if (request.has_header("Origin") &&
        !is_allowed_origin(request.get_header_value("Origin"), options))
        return Refusal{403, "Pages of other origins may not send requests here"};
    if (request.get_header_value("Sec-Fetch-Site") == "cross-site")
        return Refusal{403, "Pages of other sites may not send requests here"};
    return std::nullopt;
}

// Sends the text and then fails, which makes cpp-httplib close the connection.
void send_and_close(httplib::Response& response, std::string text) {
    const auto size = text.size();
    response.set_header("Connection", "close");
    response.set_content_provider(
        size, "application/json; charset=utf-8",
        [text = std::move(text)](std::size_t, std::size_t, httplib::DataSink& sink) {
            sink.write(text.data(), text.size());
            return false;
        });
}

} // namespace

std::optional<Refusal> refusal(const httplib::Request& request, const ServiceOptions& options) {
    if (auto refused = refuse_headers(request)) return refused;
    if (auto refused = refuse_length(request)) return refused;
    if (auto refused = refuse_encoding(request)) return refused;
    return refuse_sender(request, options);
}

httplib::Server::HandlerResponse
guard(const ServiceOptions& options, const httplib::Request& request, httplib::Response& response) {
    // cpp-httplib hands out its own request as const; it is a plain object.
    auto& changeable = const_cast<httplib::Request&>(request);
    changeable.ranges.clear();
    const auto refused = refusal(request, options);
    if (!refused) {
        // Without a length it would wait for a body that may never end.
        if (has_body_method(request) && !request.has_header("Content-Length"))
            changeable.set_header("Content-Length", "0");
        return httplib::Server::HandlerResponse::Unhandled;
    }
    response.status = refused->status;
    send_and_close(response, error_body({refused->status, "Neo.ClientError.Request.Invalid",
                                         refused->reason}));
    return httplib::Server::HandlerResponse::Handled;
}

} // namespace lintas::server
