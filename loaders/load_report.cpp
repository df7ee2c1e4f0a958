#include "loaders/load_report.h"

#include <algorithm>

namespace lintas::loaders {

std::uint64_t SourceReport::count(std::string_view what) const {
    const auto found = std::ranges::find(
        counts, what, [](const auto& count) { return std::string_view{count.first}; });
    return found == counts.end() ? 0 : found->second;
}

} // namespace lintas::loaders
