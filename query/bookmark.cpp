#include "query/bookmark.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <charconv>

namespace lintas::query {

std::string bookmark_of(const Snapshot& snapshot, std::uint64_t version) {
    return fmt::format("lintas:{}:{}", snapshot.identity(), version);
}

std::uint64_t version_of(const Snapshot& snapshot, std::string_view bookmark) {
    const auto beginning = fmt::format("lintas:{}:", snapshot.identity());
    if (bookmark.starts_with(beginning)) {
        const auto number = bookmark.substr(beginning.size());
        std::uint64_t version = 0;
        const auto* end = number.data() + number.size();
        const auto [stop, code] = std::from_chars(number.data(), end, version);
        if (code == std::errc{} && stop == end) return version;
    }
    throw Error{ErrorCode::Transaction, ErrorDetail::InvalidBookmark,
                fmt::format("`{}` is no bookmark of this store", bookmark)};
}

} // namespace lintas::query
