#include "server/output/descriptor_sink.h"

#include "graph/error.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace lintas::server {

namespace {

constexpr std::size_t buffer_size = 1 << 16;

} // namespace

void DescriptorSink::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= buffer_size) flush();
}

void DescriptorSink::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const auto written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            reader_is_gone_ = errno == EPIPE;
            const auto reason = std::strerror(errno);
            buffer_.clear();
            throw Error{ErrorCode::Storage,
                        fmt::format("The answer cannot be written: {}", reason)};
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

} // namespace lintas::server
