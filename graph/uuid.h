// Random UUIDs (RFC 9562, version 4) as text.
//
// Invariant: 36 characters, lower-case hexadecimal; 122 bits from the system's random source.
#pragma once

#include <string>

namespace lintas {

std::string random_uuid();

} // namespace lintas
