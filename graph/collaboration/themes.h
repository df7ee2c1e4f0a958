// Reads topics and challenges, and finds them by what people call them.
#pragma once

#include "graph/collaboration/network.h"
#include "graph/collaboration/reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace lintas::collaboration {

// In the order of their nodes, each with the wider ones right above it.
std::vector<Theme> read_topics(const Reader& reader);
std::vector<Theme> read_challenges(const Reader& reader);

// 1 for each topic that is meant: those with this code, id or name and all below them. Where there
// is none, those whose code begins with `text.`, and else those whose name has the same words in
// whatever order and letter case: taxonomies differ in how they write `energy.renewable`. Argument
// error where there is none either.
std::vector<std::uint8_t> topics_meant_by(const Network& network, const std::string& text);
// The challenge with this id, code or title. Argument error where there is none, or several.
std::uint32_t challenge_meant_by(const Network& network, const std::string& text);
// 1 for each topic of a challenge and all below them.
std::vector<std::uint8_t> topics_of_challenge(const Network& network, std::uint32_t challenge);

} // namespace lintas::collaboration
