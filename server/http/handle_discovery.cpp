#include "server/http/host.h"
#include "server/http/routes.h"
#include "server/json/json_writer.h"

#include <fmt/format.h>

namespace lintas::server {

namespace {

// As the client calls us, which the guard has checked, else as we call ourselves.
std::string host_of(const Service& service, const Request& request) {
    const auto host = request.get_header_value("Host");
    if (is_allowed_host(host, service.options)) return host;
    return fmt::format("{}:{}", service.options.host, service.port);
}

} // namespace

void get_discovery(Service& service, const Request& request, Response& response) {
    JsonWriter writer;
    writer.begin_object();
    writer.member("query",
                  fmt::format("http://{}/db/{{databaseName}}/query/v2", host_of(service, request)));
    writer.member("neo4j_version", "5.26.0");
    writer.member("neo4j_edition", "community");
    writer.member("lintas_version", LINTAS_VERSION);
    writer.end_object();
    response.set_content(writer.take(), "application/json; charset=utf-8");
}

} // namespace lintas::server
