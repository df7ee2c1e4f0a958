// Chooses what a client gets from what it says it accepts (RFC 9110, 12.5.1).
//
// Invariant: a media type that is chosen is one of those on offer.
#pragma once

#include "server/json/value_json.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lintas::server {

// A form that answers are written in, and requests read.
struct MediaType {
    std::string_view name;
    Encoding encoding;
};

// Those of the Query API; the first is the default.
std::span<const MediaType> media_types();

// The one that the header accepts most; of equals the one it names first. The default for an empty
// header, nothing if none is acceptable.
std::optional<MediaType> choose_media_type(std::string_view accept);

// Of the type that a Content-Type header names. Nothing for a charset other than UTF-8, which JSON
// is in.
std::optional<MediaType> find_media_type(std::string_view content_type);

} // namespace lintas::server
