#include "server/output/column_widths.h"

#include <algorithm>
#include <numeric>

namespace lintas::server {

namespace {

std::size_t sum_of(const std::vector<std::size_t>& widths, std::size_t most) {
    return std::accumulate(
        widths.begin(), widths.end(), std::size_t{0},
        [&](std::size_t sum, std::size_t width) { return sum + std::min(width, most); });
}

} // namespace

std::vector<std::size_t> fit_columns(std::vector<std::size_t> wanted, std::size_t room) {
    if (sum_of(wanted, least_column_width) > room) return {};
    auto most = least_column_width;
    while (most < room && sum_of(wanted, most + 1) <= room) ++most;
    auto left = room - sum_of(wanted, most);
    for (auto& width : wanted) {
        const std::size_t extra = width > most && left > 0 ? 1 : 0;
        width = std::min(width, most + extra);
        left -= extra;
    }
    return wanted;
}

} // namespace lintas::server
