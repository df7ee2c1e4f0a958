// How many columns of a terminal a text takes: wide East Asian characters two, marks that combine
// with the letter before (Thai, Lao, Khmer, Burmese vowel signs) none.
//
// Invariant: the width of bytes that are not UTF-8 is that of U+FFFD, one for each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lintas::server {

std::size_t display_width(std::string_view text);

// The text if it takes at most so many columns, otherwise its beginning and an ellipsis, which take
// no more. Letters are not parted from their marks. REQUIRES: width > 0.
std::string cut_to_width(std::string_view text, std::size_t width);

// The text in one line and without anything that steers a terminal: control characters and the
// marks that turn the direction of writing are written as \n, \t or \u{7f}.
std::string visible(std::string_view text);

} // namespace lintas::server
