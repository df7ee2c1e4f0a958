// Reads what happened: the events with their years, participants, topics and challenges.
#pragma once

#include "graph/collaboration/network.h"

namespace lintas::collaboration {

// Fills everything but the countries and the actors. REQUIRES: those are there.
void read_events(const Reader& reader, Network& network);

} // namespace lintas::collaboration
