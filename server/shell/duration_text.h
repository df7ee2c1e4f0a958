// A time that something took, as people say it.
//
// Invariant: three digits say enough: "0.41 ms", "12.3 ms", "1.23 s", "2 min 5 s".
#pragma once

#include <chrono>
#include <string>

namespace lintas::server {

std::string duration_text(std::chrono::nanoseconds time);

} // namespace lintas::server
