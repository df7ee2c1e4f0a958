// The nodes or relationships of a column and the rows they stand in, without the null rows.
#pragma once

#include "graph/column.h"
#include "query/run/batch.h"

#include <optional>
#include <vector>

namespace lintas::query {

template <typename Id> struct EntityRows {
    RowNumbers rows; // ascending; as long as `ids`
    std::vector<Id> ids;
};

// TypeError InvalidArgumentType for a row that is neither null nor a node (a relationship).
EntityRows<NodeId> node_rows(const Column& column);
EntityRows<RelationshipId> relationship_rows(const Column& column);

// The node of one row, nullopt for null; errors as above.
std::optional<NodeId> node_at(const Column& column, std::size_t row);

} // namespace lintas::query
