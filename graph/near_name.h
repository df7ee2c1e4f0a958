// The name that somebody who misspelt one most likely meant.
//
// Invariant: the answer is one of the candidates, and never the word itself.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace lintas {

// Ignores the case of ASCII letters. The shortest candidate that begins with a word of four letters
// or more; else the nearest: at most one edit for words of up to four letters, two for up to eight,
// three for longer ones, where swapping two neighbours is one edit (optimal string alignment
// distance). Of equally near ones the first that begins with the word, else the first. Nothing when
// none is near.
std::optional<std::string_view> find_near_name(std::string_view word,
                                               std::span<const std::string_view> candidates);

} // namespace lintas
