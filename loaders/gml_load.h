// Loads graphs in GML.
//
// Invariant: a node's and an edge's own values become properties; those in lists inside them are
// named by the way there, as in `graphics.x`.
#pragma once

#include "loaders/loading.h"

#include <span>

namespace lintas::loaders {

// Does the file's name end in .gml?
bool recognises_gml(const Input& input);

// Nodes keep their `id`. Of an undirected graph each edge is one relationship from `source` to
// `target`.
void load_gml(std::span<LoadingSource* const> sources, const Loading& loading);

} // namespace lintas::loaders
