#include "query/result.h"

namespace lintas::query {

bool Counters::contains_updates() const {
    return (nodes_created | nodes_deleted | relationships_created | relationships_deleted |
            properties_set | labels_added | labels_removed | indexes_added | indexes_removed |
            constraints_added | constraints_removed) != 0;
}

} // namespace lintas::query
