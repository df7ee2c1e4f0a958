#include "query/run/import_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace lintas::query {

namespace {

constexpr std::string_view scheme = "file:///";

// Undoes %20 and the like. Nothing for a `%` without two hexadecimal digits, or for %00.
std::optional<std::string> decoded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            result += text[at];
            continue;
        }
        unsigned byte = 0;
        const auto digits = text.substr(at + 1, 2);
        const auto* const end = digits.data() + digits.size();
        const auto [stopped, code] = std::from_chars(digits.data(), end, byte, 16);
        if (digits.size() < 2 || stopped != end || code != std::errc{} || byte == 0) return {};
        result += static_cast<char>(byte);
        at += 2;
    }
    return result;
}

bool lies_below(const std::filesystem::path& path, const std::filesystem::path& folder) {
    const auto [in_folder, in_path] = std::ranges::mismatch(folder, path);
    return in_folder == folder.end() && in_path != path.end();
}

} // namespace

std::filesystem::path import_file(std::string_view url, const std::filesystem::path& folder,
                                  Span span) {
    const auto refuse = [&](std::string_view why) {
        throw Error{ErrorCode::Input, fmt::format("`{}` cannot be loaded: {}", url, why), span};
    };
    if (folder.empty()) refuse("no folder is open for `LOAD CSV` (see `--import-folder`)");
    if (!url.starts_with(scheme))
        refuse("only files of the import folder can be, as in `file:///rows.csv`");
    const auto name = decoded(url.substr(scheme.size()));
    if (!name || name->find('\0') != std::string::npos) refuse("it is no proper URL");
    std::error_code failure;
    const auto root = std::filesystem::canonical(folder, failure);
    if (failure) refuse("the import folder is not there");
    const auto path =
        std::filesystem::canonical(root / std::filesystem::path{*name}.relative_path(), failure);
    // The same words whether it is missing or outside, so that nobody can probe what else is there.
    if (failure || !lies_below(path, root) || !std::filesystem::is_regular_file(path, failure))
        refuse("there is no such file in the import folder");
    return path;
}

} // namespace lintas::query
