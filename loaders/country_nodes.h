// Stages countries and the regions they are members of, from the facts in datasets/.
//
// Invariant: one Country node a code, one Region node a region, one MEMBER_OF a stay, whichever
// source names the country first.
#pragma once

#include "loaders/staging.h"

#include <optional>
#include <string_view>

namespace lintas::loaders {

// The ISO 3166-1 code behind a country code as CORDIS and ROR write it: `EL` is GR, `UK` is GB.
// Nothing if no country has it. Codes are upper case.
std::optional<std::string_view> iso2_of(std::string_view code);

// REQUIRES: a code that iso2_of() gave.
StagedNode stage_country(Staging& staging, std::string_view iso2);

} // namespace lintas::loaders
