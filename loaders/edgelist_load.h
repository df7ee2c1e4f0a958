// Loads edge lists: one relationship a line, as SNAP and LDBC Graphalytics have them.
//
// Invariant: lines that are no relationship end the load with an Input error that names the line,
// or are rejected and counted where LoadOptions::tolerate is set.
#pragma once

#include "loaders/loading.h"

#include <span>

namespace lintas::loaders {

// Does the file's name end in .edges, .edgelist, .el, .v or .e, or, as SNAP's do, in .txt with
// lines of two to four numbers?
bool recognises_edgelist(const Input& input);

// Lines of two ids and perhaps a weight, between them white space, commas or semicolons; `#` and
// `%` begin comments. A file `.v` has one id a line. Nodes get the property `id`.
void load_edgelist(std::span<LoadingSource* const> sources, const Loading& loading);

} // namespace lintas::loaders
