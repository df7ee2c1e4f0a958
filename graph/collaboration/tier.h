// Who may be told of a record: the property `tier` of nodes and relationships. An analysis that is
// meant for one tier leaves out what is for fewer people, and says how much that was.
//
// Invariant: tiers are in order, each for fewer people than the one before. A record without a tier
// is public; one whose tier is not known is for nobody but those who are told everything.
#pragma once

#include "graph/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::collaboration {

enum class Tier : std::uint8_t { Public, Member, Committee, National, Restricted };

std::vector<std::string> tier_names();
// Absent where no tier has the name. In any letter case.
std::optional<Tier> tier_named(std::string_view name);
Tier tier_of(const Value& said);

} // namespace lintas::collaboration
