// Loads graphs in GraphML.
//
// Invariant: the values of `data` become properties of the types that their `key` declares, with
// its default where a node or an edge has none.
#pragma once

#include "loaders/loading.h"

#include <span>

namespace lintas::loaders {

// Does the file's name end in .graphml, or does it begin with a `<graphml`?
bool recognises_graphml(const Input& input);

// Nodes keep their `id`, edges one if they have it. Of an undirected graph each edge is one
// relationship from `source` to `target`. Unsupported for hyperedges and ports.
void load_graphml(std::span<LoadingSource* const> sources, const Loading& loading);

} // namespace lintas::loaders
