#include "server/limit_arguments.h"

#include <algorithm>
#include <chrono>
#include <unistd.h>

namespace lintas::server {

namespace {

constexpr std::uint64_t bytes_a_megabyte = std::uint64_t{1} << 20;

} // namespace

std::uint64_t default_query_megabytes() {
    const auto pages = static_cast<std::uint64_t>(std::max(0L, ::sysconf(_SC_PHYS_PAGES)));
    const auto page_bytes = static_cast<std::uint64_t>(std::max(0L, ::sysconf(_SC_PAGESIZE)));
    return pages * page_bytes / 2 / bytes_a_megabyte;
}

void LimitArguments::declare(CommandLine& line) {
    line.option("--timeout", timeout, "Seconds after which to give up a query, 0 for never");
    line.option("--import-folder", import_folder,
                "The folder that LOAD CSV may read from; without it nothing");
    line.option("--memory", memory, "Megabytes that a query may hold, 0 for any");
}

query::Limits LimitArguments::limits() const {
    query::Limits limits;
    limits.time = std::chrono::seconds{timeout};
    limits.import_folder = import_folder;
    limits.memory_bytes = memory * bytes_a_megabyte;
    return limits;
}

} // namespace lintas::server
