// What units work on: how often each takes part in an event about each topic or challenge.
//
// Invariant: challenges are numbered after the topics; the themes of a unit ascend.
#pragma once

#include "graph/collaboration/projection.h"

namespace lintas::collaboration {

std::size_t theme_count(const Network& network);
Lists<Mention> themes_of_units(const Projection& projection);
// The same by theme: who works on it, ascending.
Lists<Mention> units_of_themes(const Lists<Mention>& of_units, std::size_t units,
                               std::size_t themes);

} // namespace lintas::collaboration
