#include "loaders/gzip_stream.h"

#include "graph/error.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <limits>

namespace lintas::loaders {
namespace {

constexpr int gzip_only = 15 + 16; // zlib: the largest window, and a gzip wrapper

class GzipStream final : public ByteStream {
public:
    GzipStream(SharedBytes bytes, std::string name)
        : bytes_{std::move(bytes)}, name_{std::move(name)} {
        if (inflateInit2(&stream_, gzip_only) != Z_OK) fail("zlib cannot be set up");
    }
    ~GzipStream() override { inflateEnd(&stream_); }
    GzipStream(const GzipStream&) = delete;
    GzipStream& operator=(const GzipStream&) = delete;

    std::size_t read(char* into, std::size_t size) override {
        constexpr std::size_t most = std::numeric_limits<uInt>::max() / 2;
        const auto wanted = std::min(size, most);
        stream_.next_out = reinterpret_cast<Bytef*>(into);
        stream_.avail_out = static_cast<uInt>(wanted);
        while (stream_.avail_out == wanted && !ended_) step();
        return wanted - stream_.avail_out;
    }
    std::uint64_t position() const override { return at_; }

private:
    void step() {
        const auto left = bytes_.bytes.substr(at_);
        constexpr std::size_t most = std::numeric_limits<uInt>::max() / 2;
        const auto given = static_cast<uInt>(std::min(left.size(), most));
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(left.data()));
        stream_.avail_in = given;
        const int result = inflate(&stream_, Z_NO_FLUSH);
        at_ += given - stream_.avail_in;
        if (result == Z_STREAM_END) return start_next_member();
        if (result == Z_OK) return;
        if (result == Z_BUF_ERROR && at_ == bytes_.bytes.size()) {
            fail("its gzip data end in the middle");
        }
        fail("its gzip data are damaged");
    }

    // Zeros after a member are padding, as gzip itself takes them.
    void start_next_member() {
        const auto next = bytes_.bytes.find_first_not_of('\0', at_);
        at_ = next == std::string_view::npos ? bytes_.bytes.size() : next;
        ended_ = at_ == bytes_.bytes.size();
        if (ended_) return;
        if (!is_gzip(bytes_.bytes.substr(at_))) fail("its gzip data are followed by other bytes");
        if (inflateReset2(&stream_, gzip_only) != Z_OK) fail("zlib cannot be set up");
    }

    [[noreturn]] void fail(std::string_view what) const {
        throw Error{ErrorCode::Input,
                    fmt::format("`{}` cannot be read at byte {}: {}", name_, at_, what)};
    }

    SharedBytes bytes_;
    std::string name_;
    z_stream stream_{};
    std::size_t at_ = 0;
    bool ended_ = false;
};

} // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

std::unique_ptr<ByteStream> open_gzip(SharedBytes bytes, std::string name) {
    return std::make_unique<GzipStream>(std::move(bytes), std::move(name));
}

} // namespace lintas::loaders
