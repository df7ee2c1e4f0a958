// Cuts a text with several statements at the semicolons between them, as people type or keep them:
// not at those within strings, quoted names and comments.
//
// Invariant: the views are of the text. None begins with a blank or with a comment that is closed.
#pragma once

#include <string_view>
#include <vector>

namespace lintas::query {

struct Statements {
    std::vector<std::string_view> whole; // without their semicolons, none empty
    // What stands behind the last semicolon; empty if that is nothing but blanks and comments.
    std::string_view rest;
};

// Throws a SyntaxError for text that is too long or not UTF-8.
Statements cut_statements(std::string_view text);

} // namespace lintas::query
