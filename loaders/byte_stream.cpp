#include "loaders/byte_stream.h"

#include "graph/error.h"
#include "loaders/archive.h"
#include "loaders/gzip_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

namespace lintas::loaders {
namespace {

[[noreturn]] void fail_to_read(const std::filesystem::path& path) {
    throw Error{ErrorCode::Input,
                fmt::format("`{}` cannot be read: {}", path.string(), std::strerror(errno))};
}

class Descriptor {
public:
    explicit Descriptor(const std::filesystem::path& path)
        : number_{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {
        if (number_ < 0) fail_to_read(path);
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

private:
    int number_;
};

SharedBytes read_all(const Descriptor& file, const std::filesystem::path& path) {
    auto text = std::make_shared<std::string>();
    char buffer[1 << 16];
    while (true) {
        const auto count = ::read(file.number(), buffer, sizeof buffer);
        if (count < 0) fail_to_read(path);
        if (count == 0) break;
        text->append(buffer, static_cast<std::size_t>(count));
    }
    return {*text, text};
}

class MemoryStream final : public ByteStream {
public:
    explicit MemoryStream(SharedBytes bytes) : bytes_{std::move(bytes)} {}

    std::size_t read(char* into, std::size_t size) override {
        const auto count = bytes_.bytes.substr(at_).copy(into, size);
        at_ += count;
        return count;
    }
    std::optional<SharedBytes> whole() override { return bytes_; }
    std::uint64_t position() const override { return at_; }

private:
    SharedBytes bytes_;
    std::size_t at_ = 0;
};

} // namespace

SharedBytes map_file(const std::filesystem::path& path) {
    const Descriptor file{path};
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) fail_to_read(path);
    if (S_ISDIR(status.st_mode)) {
        throw Error{ErrorCode::Input,
                    fmt::format("`{}` is a folder, where a file is expected", path.string())};
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (!S_ISREG(status.st_mode) || size == 0) return read_all(file, path);
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (address == MAP_FAILED) return read_all(file, path);
    ::madvise(address, size, MADV_SEQUENTIAL);
    const auto unmap = [size](const void* begin) { ::munmap(const_cast<void*>(begin), size); };
    return {{static_cast<const char*>(address), size}, {static_cast<const void*>(address), unmap}};
}

std::unique_ptr<ByteStream> open_file(const std::filesystem::path& path) {
    auto file = map_file(path);
    if (is_gzip(file.bytes)) return open_gzip(std::move(file), path.string());
    if (is_zstd(file.bytes)) return open_zstd(std::move(file), path.string());
    return open_bytes(std::move(file));
}

std::unique_ptr<ByteStream> open_bytes(SharedBytes bytes) {
    return std::make_unique<MemoryStream>(std::move(bytes));
}

} // namespace lintas::loaders
