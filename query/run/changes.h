// What a query has changed so far, operation by operation.
#pragma once

#include <cstdint>

namespace lintas::query {

struct Changes {
    std::uint64_t nodes_created = 0;
    std::uint64_t nodes_deleted = 0;
    std::uint64_t relationships_created = 0;
    std::uint64_t relationships_deleted = 0;
    std::uint64_t properties_set = 0;
    std::uint64_t labels_added = 0;
    std::uint64_t labels_removed = 0;
    std::uint64_t indexes_added = 0;
    std::uint64_t indexes_removed = 0;
    std::uint64_t constraints_added = 0;
    std::uint64_t constraints_removed = 0;
};

} // namespace lintas::query
