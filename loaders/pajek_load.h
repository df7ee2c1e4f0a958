// Loads networks of Pajek: .net of one or two modes, with .vec and .clu beside them.
//
// Invariant: vertices of the same name are one node, also of several networks; where a network has
// two vertices of one name, or vertices without names, its vertices are told apart by their
// numbers.
#pragma once

#include "loaders/loading.h"

#include <span>

namespace lintas::loaders {

// Does the file's name end in .net, .vec or .clu, and does it begin as Pajek's do?
bool recognises_pajek(const Input& input);

// Nodes get the property `name`; vertices of a second mode get `mode: 2`, and the second of two
// labels, as in `Work;Author`. Relationships get `weight` where a tie has a value, and `network`
// (and `year`, where the name has one) where a source has several networks. A .vec or .clu is a
// property of the nodes, named after the file.
void load_pajek(std::span<LoadingSource* const> sources, const Loading& loading);

} // namespace lintas::loaders
