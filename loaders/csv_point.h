// Points as neo4j-admin import writes them: `{latitude: 1.5, longitude: 103.8}`, `{x: 1, y: 2}`,
// each with `height` or `z`; keys in any case, `crs` or `srid` may stand in the text or in the
// header.
//
// Invariant: pure function; the coordinate system must fit the coordinates.
#pragma once

#include "graph/point.h"

#include <optional>
#include <string_view>

namespace lintas::loaders {

// `option` is what stands between { and } in the header.
std::optional<Point> parse_point(std::string_view text, std::string_view option);

} // namespace lintas::loaders
