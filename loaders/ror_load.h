// Loads dumps and releases of the Research Organization Registry: JSON of schema 2 or 1, plain,
// gzip, or in a zip archive, as a list, as single records, or a record a line.
//
// Invariant: records without a ROR id are rejected; a file with no ROR record is an Input error.
#pragma once

#include "loaders/loading.h"

#include <span>

namespace lintas::loaders {

// Does the file begin as JSON that speaks of ROR ids?
bool recognises_ror(const Input& input);

void load_ror(std::span<LoadingSource* const> sources, const Loading& loading);

} // namespace lintas::loaders
