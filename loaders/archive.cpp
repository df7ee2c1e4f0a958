#include "loaders/archive.h"

#include "graph/error.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

namespace lintas::loaders {
namespace {

enum class Kind { Zip, Zstd };

struct Free {
    void operator()(archive* reader) const noexcept { archive_read_free(reader); }
};

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t number = 0;
    for (std::size_t i = count; i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return number;
}

// A zip archive ends with a record that says where its table of contents lies. libarchive reads on
// without it, so that a cut archive could pass for a whole one. (APPNOTE.TXT 4.3.16)
bool has_whole_end(std::string_view bytes) {
    constexpr std::size_t record = 22;
    constexpr std::uint32_t in_zip64 = 0xffffffff;
    if (bytes.size() < record) return false;
    const auto at = bytes.rfind("PK\x05\x06");
    if (at == std::string_view::npos || at + record > bytes.size()) return false;
    if (at + record + little_endian(bytes, at + 20, 2) > bytes.size()) return false;
    const std::uint64_t size = little_endian(bytes, at + 12, 4);
    const std::uint64_t offset = little_endian(bytes, at + 16, 4);
    return offset == in_zip64 || offset + size <= at;
}

// libarchive over bytes in memory, standing at one entry after another.
class Reader {
public:
    Reader(SharedBytes bytes, std::string name, Kind kind)
        : bytes_{std::move(bytes)}, name_{std::move(name)}, archive_{archive_read_new()} {
        if (kind == Kind::Zip) {
            if (!has_whole_end(bytes_.bytes)) fail("the archive is cut short");
            archive_read_support_format_zip_seekable(archive_.get());
        } else {
            archive_read_support_filter_zstd(archive_.get());
            archive_read_support_format_raw(archive_.get());
        }
        check(archive_read_open_memory(archive_.get(), bytes_.bytes.data(), bytes_.bytes.size()));
    }

    archive_entry* next_entry() {
        archive_entry* entry = nullptr;
        const int result = archive_read_next_header(archive_.get(), &entry);
        if (result == ARCHIVE_EOF) return nullptr;
        check(result);
        return entry;
    }
    std::size_t read(char* into, std::size_t size) {
        const auto count = archive_read_data(archive_.get(), into, size);
        if (count < 0) fail(reason());
        return static_cast<std::size_t>(count);
    }
    [[noreturn]] void fail(std::string_view what) const {
        throw Error{ErrorCode::Input, fmt::format("`{}` cannot be unpacked: {}", name_, what)};
    }

private:
    void check(int result) const {
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) fail(reason());
    }
    std::string_view reason() const {
        const char* text = archive_error_string(archive_.get());
        return text == nullptr ? "its data are damaged" : text;
    }

    SharedBytes bytes_;
    std::string name_;
    std::unique_ptr<archive, Free> archive_;
};

class ArchiveStream final : public ByteStream {
public:
    explicit ArchiveStream(Reader reader) : reader_{std::move(reader)} {}

    std::size_t read(char* into, std::size_t size) override {
        const auto count = reader_.read(into, size);
        position_ += count;
        return count;
    }
    std::uint64_t position() const override { return position_; }

private:
    Reader reader_;
    std::uint64_t position_ = 0;
};

std::string_view entry_name(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    return name == nullptr ? "" : name;
}

} // namespace

bool is_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

bool is_zstd(std::string_view bytes) { return bytes.starts_with("\x28\xb5\x2f\xfd"); }

std::vector<ZipEntry> zip_entries(const SharedBytes& archive, const std::string& name) {
    Reader reader{archive, name, Kind::Zip};
    std::vector<ZipEntry> entries;
    while (archive_entry* entry = reader.next_entry()) {
        if (archive_entry_filetype(entry) != AE_IFREG) continue;
        const auto size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : 0;
        entries.push_back(
            {std::string{entry_name(entry)}, size < 0 ? 0 : static_cast<std::uint64_t>(size)});
    }
    return entries;
}

std::unique_ptr<ByteStream> open_zip_entry(SharedBytes archive, std::string name,
                                           std::string entry_to_open) {
    Reader reader{std::move(archive), std::move(name), Kind::Zip};
    while (archive_entry* entry = reader.next_entry()) {
        if (entry_name(entry) == entry_to_open) {
            return std::make_unique<ArchiveStream>(std::move(reader));
        }
    }
    reader.fail(fmt::format("there is no file `{}` in it", entry_to_open));
}

std::unique_ptr<ByteStream> open_zstd(SharedBytes bytes, std::string name) {
    Reader reader{std::move(bytes), std::move(name), Kind::Zstd};
    if (reader.next_entry() == nullptr) reader.fail("it is empty");
    return std::make_unique<ArchiveStream>(std::move(reader));
}

} // namespace lintas::loaders
