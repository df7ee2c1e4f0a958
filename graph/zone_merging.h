// Which zones IANA's own build makes a mere name of another: those of zone.tab that zone1970.tab
// does not list, because they differ from another zone of their country only before 1970.
//
// Invariant: reads text only; which candidate it is, the offsets since 1970 tell (zones.cpp).
// Systems may install the database with the earlier history of such zones (Debian does) or without
// (IANA's default), so the same old instant would print differently from system to system.
#pragma once

#include <functional>
#include <istream>
#include <map>
#include <string>
#include <vector>

namespace lintas {

// From a merged zone to the zones of zone1970.tab that share a country with it.
using MergedZones = std::map<std::string, std::vector<std::string>, std::less<>>;

// Lines are `country codes TAB coordinates TAB zone [TAB comment]`, `#` begins a comment line.
// Other lines are skipped.
MergedZones merged_zones(std::istream& zone_tab, std::istream& zone1970_tab);

} // namespace lintas
