// Points as well-known text with their reference system: "SRID=4326;POINT (101.65 3.12)" and
// "SRID=4979;POINT Z (101.65 3.12 40.0)".
//
// Invariant: read_point(to_text(p)) is p.
#pragma once

#include "graph/point.h"

#include <string>
#include <string_view>

namespace lintas::server {

std::string to_text(const Point& point);

// ErrorCode::Input for text that is no point of the four known reference systems.
Point read_point(std::string_view text);

} // namespace lintas::server
