// Loads CSV files in the convention of neo4j-admin import straight into a bulk load: one thread
// parses, the other adds.
//
// Invariant: nodes come before relationships, whatever the order of the files; the result does not
// depend on the timing of the threads.
#pragma once

#include "loaders/loading.h"

#include <span>

namespace lintas::loaders {

// Does the file's name end in .csv or .tsv, or has its first line an import header?
bool recognises_csv(const Input& input);

// The files of all `sources` are one import: their groups of ids are shared. Fills in the reports.
// Input error for a faulty header or row, see LoadOptions::tolerate.
void load_csv(std::span<LoadingSource* const> sources, const Loading& loading);

} // namespace lintas::loaders
