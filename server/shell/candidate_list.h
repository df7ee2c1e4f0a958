// What a line editor does with candidates: what can be typed for people, and how they are shown.
//
// Invariant: neither asks a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::server {

// What the word becomes when it is completed as far as the candidates agree. The word itself where
// they agree on nothing more.
std::string completed_word(std::string_view word, const std::vector<std::string>& candidates);

// In columns of a terminal so many columns wide, down before right; the first hundred.
std::string candidate_list(const std::vector<std::string>& candidates, std::size_t terminal);

} // namespace lintas::server
