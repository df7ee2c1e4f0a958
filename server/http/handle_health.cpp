#include "server/http/routes.h"
#include "server/json/json_writer.h"

namespace lintas::server {

void get_livez(Service&, const Request&, Response& response) {
    response.set_content("ok\n", "text/plain; charset=utf-8");
}

void get_readyz(Service& service, const Request&, Response& response) {
    JsonWriter writer;
    writer.begin_object();
    if (service.stopping) {
        response.status = 503;
        writer.member("status", "stopping");
    } else {
        const auto snapshot = service.database.snapshot();
        writer.member("status", "ready");
        writer.member("store", snapshot->identity());
        writer.key("version");
        writer.integer(snapshot->version());
    }
    writer.end_object();
    response.set_content(writer.take(), "application/json; charset=utf-8");
}

} // namespace lintas::server
