#include "loaders/input.h"

#include "graph/error.h"
#include "loaders/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>

namespace lintas::loaders {
namespace {

constexpr std::array<std::string_view, 4> compressions = {".gz", ".gzip", ".zst", ".zstd"};

std::uint64_t size_of(const std::filesystem::path& path) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    return failed ? 0 : size;
}

bool is_hidden(std::string_view name) {
    return name.starts_with('.') || name.starts_with("__MACOSX/");
}

void add_file(const std::filesystem::path& path, std::vector<Input>& inputs) {
    const auto bytes = map_file(path);
    if (!is_zip(bytes.bytes)) {
        inputs.push_back({path, "", size_of(path)});
        return;
    }
    for (auto& entry : zip_entries(bytes, path.string())) {
        if (!is_hidden(entry.name)) inputs.push_back({path, std::move(entry.name), entry.size});
    }
}

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator{folder}) {
        if (file.is_regular_file() && !is_hidden(file.path().filename().string())) {
            files.push_back(file.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

} // namespace

std::string Input::name() const {
    return entry.empty() ? path.string() : path.string() + ":" + entry;
}

std::string Input::file_name() const {
    auto name = std::filesystem::path{entry.empty() ? path.string() : entry}.filename().string();
    for (const auto suffix : compressions) {
        if (name.size() > suffix.size() && name.ends_with(suffix)) {
            name.resize(name.size() - suffix.size());
            break;
        }
    }
    return name;
}

std::unique_ptr<ByteStream> Input::open() const {
    if (entry.empty()) return open_file(path);
    return open_zip_entry(map_file(path), path.string(), entry);
}

std::vector<Input> expand(const std::filesystem::path& path) {
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    if (!std::filesystem::exists(status)) {
        throw Error{ErrorCode::Input, fmt::format("`{}` does not exist", path.string())};
    }
    std::vector<Input> inputs;
    if (std::filesystem::is_directory(status)) {
        for (const auto& file : files_of(path)) add_file(file, inputs);
    } else {
        add_file(path, inputs);
    }
    if (inputs.empty()) {
        throw Error{ErrorCode::Input, fmt::format("`{}` holds no files", path.string())};
    }
    return inputs;
}

std::string head(const Input& input, std::size_t size) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    const auto stream = input.open();
    std::string text(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        const auto count = stream->read(text.data() + filled, size - filled);
        if (count == 0) break;
        filled += count;
    }
    text.resize(filled);
    if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
    return text;
}

} // namespace lintas::loaders
