// Reads JSON text into values: objects become maps, arrays lists, numbers integers (exact, 64 bits)
// or floats by how they are written.
//
// Invariant: text that is not JSON, not UTF-8, nested deeper than json_depth, or has a key twice in
// one object is refused, with the byte where it goes wrong. Never recurses
// deeper than json_depth, however broken the text.
#pragma once

#include "graph/error.h"
#include "graph/value.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace lintas::server {

inline constexpr std::size_t json_depth = 200;

// What the Error says of text that is refused: its code, and what the text is to people.
struct JsonBlame {
    ErrorCode code = ErrorCode::Input;
    std::string_view what = "The JSON";
};

Value read_json(std::string_view text, const JsonBlame& blame = {});
// Nothing where read_json() throws.
std::optional<Value> find_json(std::string_view text);

} // namespace lintas::server
