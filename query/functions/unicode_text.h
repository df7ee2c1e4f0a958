// What functions on text need to know of Unicode: code points, letter case, normal forms and white
// space. The only files that call ICU here.
//
// Invariant: texts are UTF-8; a view that is returned lies in the view that was given and neither
// begins nor ends within a code point.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lintas::query {

std::size_t count_code_points(std::string_view text);
// The byte at which a code point begins, counted from 0; text.size() when there are fewer.
std::size_t byte_of_code_point(std::string_view text, std::size_t code_point);

// By the rules of Unicode that no language changes (so `i` becomes `I`, also in Turkish text).
std::string lower_case(std::string_view text);
std::string upper_case(std::string_view text);

// The code points in reverse order.
std::string reverse_text(std::string_view text);

enum class NormalForm { Nfc, Nfd, Nfkc, Nfkd };
std::string normalize_text(std::string_view text, NormalForm form);

// Without the white space (Unicode's White_Space) at the start or the end.
std::string_view trim_start(std::string_view text);
std::string_view trim_end(std::string_view text);
// Without the code points at the start or the end that occur in `characters`.
std::string_view trim_start(std::string_view text, std::string_view characters);
std::string_view trim_end(std::string_view text, std::string_view characters);

} // namespace lintas::query
