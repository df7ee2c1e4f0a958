#include "server/http/http_server.h"

#include "graph/error.h"
#include "server/http/guard.h"
#include "server/http/routes.h"

#include <fmt/format.h>
#include <sys/socket.h>

#include <mutex>

namespace lintas::server {

namespace {

constexpr std::size_t connections = 64; // each has a thread of its own
constexpr int backlog = 1024;

// cpp-httplib with a longer queue of connections that wait to be accepted.
class Listener final : public httplib::Server {
public:
    // The port, or -1.
    int bind(const std::string& host, int port) {
        const auto bound =
            port == 0 ? bind_to_any_port(host) : (bind_to_port(host, port) ? port : -1);
        if (bound > 0) ::listen(svr_sock_, backlog);
        return bound;
    }
};

// Without SO_REUSEPORT, which would let two servers share a port unnoticed.
void set_socket_options(int socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

void configure(httplib::Server& http) {
    // Head and body are two writes; without this the second waits for an acknowledgement.
    http.set_tcp_nodelay(true);
    http.set_socket_options(set_socket_options);
    http.new_task_queue = [] { return new httplib::ThreadPool(connections); };
    http.set_keep_alive_max_count(1000);
    http.set_keep_alive_timeout(2);
    http.set_read_timeout(5);
    http.set_write_timeout(10);
    http.set_payload_max_length(longest_body);
    http.set_default_headers(
        {{"Cache-Control", "no-store"},
         {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
         {"Referrer-Policy", "no-referrer"},
         {"Vary", "Accept"},
         {"X-Content-Type-Options", "nosniff"}});
}

} // namespace

class HttpServer::Implementation {
public:
    Implementation(Database& database, const ServiceOptions& options)
        : service_{database, options} {
        configure(http_);
        mount(http_, service_);
        service_.port = http_.bind(options.host, options.port);
        if (service_.port <= 0)
            throw Error{
                ErrorCode::Usage,
                fmt::format("The address `{}:{}` cannot be listened on; it is not one of this "
                            "machine, or somebody listens there already",
                            options.host, options.port)};
    }

    int port() const { return service_.port; }

    void run() {
        std::unique_lock lock{mutex_};
        if (service_.stopping) return;
        state_ = State::Running;
        lock.unlock();
        http_.listen_after_bind();
        lock.lock();
        state_ = State::Over;
        changed_.notify_all();
    }

    // Lets running queries finish for a while, then ends them, then closes the door.
    void stop() {
        if (service_.stopping.exchange(true)) return;
        service_.turns.close();
        if (!service_.turns.wait_for_all(service_.options.grace)) {
            service_.cancel.request_stop();
            service_.turns.wait_for_all(service_.options.grace);
        }
        close_door();
    }

private:
    enum class State { Bound, Running, Over };

    void close_door() {
        std::unique_lock lock{mutex_};
        if (state_ != State::Running) return;
        // cpp-httplib ignores a stop that comes before it listens, and does not survive two.
        const auto may_stop = [this] { return state_ == State::Over || http_.is_running(); };
        while (!may_stop()) changed_.wait_for(lock, std::chrono::milliseconds{10}, may_stop);
        if (state_ != State::Over) http_.stop();
    }

    Service service_;
    Listener http_;
    std::mutex mutex_;
    std::condition_variable changed_;
    State state_ = State::Bound;
};

HttpServer::HttpServer(Database& database, const ServiceOptions& options)
    : implementation_{std::make_unique<Implementation>(database, options)} {}
HttpServer::~HttpServer() = default;

int HttpServer::port() const { return implementation_->port(); }
void HttpServer::run() { implementation_->run(); }
void HttpServer::stop() { implementation_->stop(); }

} // namespace lintas::server
