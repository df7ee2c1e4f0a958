// What may stand at the end of a text that somebody is typing, told from the tokens before it.
//
// Invariant: the word that was begun is the end of the text. Where the text ends in a string or a
// comment, or a new name is due, nothing may be offered.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query {

enum class Expected {
    Nothing,
    Anything, // a clause or an expression: keywords, functions, variables
    Label,
    RelationshipType,
    LabelOrType,
    PropertyKey, // of a map
    Member,      // behind a dot: a key, or the rest of a function's name
    Procedure,
    ProcedureColumn,
    Parameter,
};

struct CompletionPlace {
    Expected expected = Expected::Nothing;
    std::size_t begin = 0;              // of the word; of all of `duration.betw`
    std::string procedure;              // whose columns are expected
    std::vector<std::string> variables; // names that the text has already, each once
    std::vector<std::string> kinds;     // labels or types of whose keys one is expected, if known
};

// Throws a SyntaxError for text that is too long or not UTF-8.
CompletionPlace completion_place(std::string_view text);

} // namespace lintas::query
