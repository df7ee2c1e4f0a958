// Parses CSV files of nodes and of relationships into batches.
//
// Invariant: relationship files come after all node files, when IdGroup::index knows the nodes. A
// row is taken wholly or not at all. For one thread; emits batches of at most 65,536 rows.
#pragma once

#include "loaders/csv_batch.h"
#include "loaders/csv_file.h"
#include "loaders/rejects.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace lintas::loaders {

// By the name of the group.
using IdGroups = std::map<std::string, std::unique_ptr<IdGroup>>;

// Looks through the ID columns of all node files.
IdGroups find_id_groups(std::span<const CsvFile> files);

struct CsvParseOptions {
    bool tolerate = false;
    char list_delimiter = ';';
};

// Takes a batch; false: it wants no more.
using TakeBatch = std::function<bool(CsvBatch)>;

// Returns the number of rows read. Input error for a faulty row where faults are not tolerated.
std::uint64_t parse_csv(const CsvTask& task, IdGroups& groups, const CsvParseOptions& options,
                        Rejects& rejects, const TakeBatch& take);

} // namespace lintas::loaders
