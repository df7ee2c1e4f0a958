// Builds a whole new graph at the speed of reading its sources, then puts it in place in one step.
//
// Invariant: nothing that was there before changes until finish() returns; an abandoned load (also
// one killed at any moment) leaves the old store as it was.
#pragma once

#include "graph/column.h"
#include "graph/ids.h"
#include "graph/schema.h"
#include "graph/statistics.h"
#include "graph/symbols.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

namespace lintas {

// One property of a batch of new entities. Rows where the column is null do not have it.
struct PropertyColumn {
    KeyId key;
    Column column;
};

class Snapshot;

class BulkLoad {
public:
    // Looks at the new graph before it is put in place; what it throws ends the load.
    using Inspect = std::function<void(const Snapshot&)>;

    virtual ~BulkLoad() = default;

    virtual LabelId label(std::string_view name) = 0;
    virtual TypeId type(std::string_view name) = 0;
    virtual KeyId key(std::string_view name) = 0;

    // Appends rows nodes with these labels (ascending ids, may be empty) and appends their ids to
    // `out`. The columns' rows are the nodes in order. Batches of tens of thousands are best.
    virtual void add_nodes(const LabelSet& labels, std::size_t rows,
                           std::span<const PropertyColumn> properties, Nodes& out) = 0;
    // Appends relationships of one type. REQUIRES: equal sizes; both ends were added before.
    virtual void add_relationships(TypeId type, std::span<const NodeId> sources,
                                   std::span<const NodeId> targets,
                                   std::span<const PropertyColumn> properties) = 0;

    // The indexes and constraints of the new graph; none if this is not called. Whether the graph
    // keeps to the constraints is for the inspection to see.
    virtual void set_schema(Schema schema) = 0;
    virtual void set_inspection(Inspect inspect) = 0;

    // Sorts, writes, makes durable and puts the new graph in place of the old one. Throws Storage
    // (for example on a full disk) with the old store untouched.
    virtual void finish() = 0;
};

} // namespace lintas
