// Where the batches of CSV files go: straight into the bulk load, or, where a store has data that
// they may speak of again, through staging.
//
// Invariant: after add() of a batch of nodes with ids, IdGroup::nodes has them. For one thread.
#pragma once

#include "loaders/csv_batch.h"
#include "loaders/csv_parser.h"
#include "loaders/staging.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

namespace lintas::loaders {

class CsvTarget {
public:
    virtual ~CsvTarget() = default;
    virtual void add_nodes(const CsvBatch& batch) = 0;
    virtual void add_relationships(const CsvBatch& batch) = 0;
};

std::unique_ptr<CsvTarget> add_directly(BulkLoad& target);

// Nodes are found again by their first label and their id, which must be a property; relationships
// by their type and ends, parallel ones by their order. A row's empty cells take the properties of
// its columns away.
std::unique_ptr<CsvTarget> add_through(Staging& staging);

// Unsupported if the file's nodes could not be found again in a store that has data.
void check_can_be_found_again(const CsvTask& task);

} // namespace lintas::loaders
