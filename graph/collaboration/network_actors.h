// Reads who may take part in events: people, organisations and countries, where they are, who they
// belong to and since when.
#pragma once

#include "graph/collaboration/network.h"

namespace lintas::collaboration {

// Fills `actors` and `affiliations`. REQUIRES: the countries are there.
void read_actors(const Reader& reader, Network& network);

} // namespace lintas::collaboration
