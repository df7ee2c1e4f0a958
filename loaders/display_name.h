// Names as people should see them, made from names as registries hold them.
//
// Invariant: pure functions over UTF-8 text; the result is UTF-8. They never invent text.
#pragma once

#include <string>
#include <string_view>

namespace lintas::loaders {

// Without white space at the ends, invisible characters (zero-width spaces, byte order marks,
// marks of writing direction) and runs of spaces. Zero-width joiners stay between letters of the
// scripts that need them.
std::string display_name(std::string_view name);

// Takes off quotes that a table was given once too often: `"LLC ""NAME"""` is `LLC "NAME"`. A
// doubled quote that is left alone at the end goes as well.
std::string without_extra_quotes(std::string_view name);

} // namespace lintas::loaders
