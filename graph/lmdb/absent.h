// The error for an entity that does not exist.
#pragma once

#include "graph/error.h"
#include "graph/ids.h"

#include <fmt/format.h>

namespace lintas::lmdb {

[[noreturn]] inline void throw_absent(NodeId node) {
    throw Error{ErrorCode::EntityNotFound,
                fmt::format("Node `{}` does not exist", element_id(node))};
}

[[noreturn]] inline void throw_absent(RelationshipId relationship) {
    throw Error{ErrorCode::EntityNotFound,
                fmt::format("Relationship `{}` does not exist", element_id(relationship))};
}

} // namespace lintas::lmdb
