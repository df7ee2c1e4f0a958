// Characters written as `&amp;` or `&#233;`, in XML and GML.
#pragma once

#include <string>
#include <string_view>

namespace lintas::loaders {

// The text with the five entities of XML and numbered characters resolved; others stay as they are.
std::string without_entities(std::string_view text);

} // namespace lintas::loaders
