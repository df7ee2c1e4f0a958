// What every loader works with while a load runs.
//
// Invariant: all references outlive the loaders; one loading thread uses them.
#pragma once

#include "graph/bulk_load.h"
#include "loaders/input.h"
#include "loaders/load_options.h"
#include "loaders/load_report.h"
#include "loaders/progress.h"
#include "loaders/rejects.h"
#include "loaders/staging.h"

#include <vector>

namespace lintas::loaders {

// One source of the load: its files and what is said about it in the end.
struct LoadingSource {
    std::vector<Input> inputs;
    SourceReport report;
};

struct Loading {
    BulkLoad& target;
    Staging& staging; // for loaders that do not add to the target straight away
    Rejects& rejects;
    ProgressCounter& progress;
    const LoadOptions& options;
};

} // namespace lintas::loaders
