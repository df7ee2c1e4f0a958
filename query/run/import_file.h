// Which file a URL of LOAD CSV means: one below the folder that is open for it, and no other.
#pragma once

#include "graph/error.h"

#include <filesystem>
#include <string_view>

namespace lintas::query {

// `folder` may be empty: nothing may be read. Throws Input for a URL that is no `file:///` URL, and
// for a file that is not there, is no plain file, or lies outside the folder, also behind links.
std::filesystem::path import_file(std::string_view url, const std::filesystem::path& folder,
                                  Span span);

} // namespace lintas::query
