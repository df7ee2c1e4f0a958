#include "server/http/bookmark.h"

#include <fmt/format.h>

#include <charconv>

namespace lintas::server {

std::string bookmark_of(const Snapshot& snapshot, std::uint64_t version) {
    return fmt::format("lintas:{}:{}", snapshot.identity(), version);
}

bool reaches(const Snapshot& snapshot, std::string_view bookmark) {
    const auto beginning = fmt::format("lintas:{}:", snapshot.identity());
    if (!bookmark.starts_with(beginning)) return false;
    const auto number = bookmark.substr(beginning.size());
    std::uint64_t version = 0;
    const auto* end = number.data() + number.size();
    const auto [stop, code] = std::from_chars(number.data(), end, version);
    return code == std::errc{} && stop == end && version <= snapshot.version();
}

} // namespace lintas::server
