// What is looked for in a full-text index, and the language that people write it in.
//
//   battery recycling            either word (better: both)
//   battery AND recycling        both; also `+battery +recycling`
//   battery NOT lead             also `battery -lead`
//   "solar panel"                words that follow each other
//   batter*  battery~  battery~1 words that begin so; words like it, up to 2 (or 1) letters apart
//   title:solar                  in one property only
//   (a OR b) AND c, solar^2      groups; twice the weight; `\` before a sign makes it a letter
//
// Invariant: words are folded as the index folds them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lintas {

struct TextQuery;

struct WantedWord {
    enum class Kind { Exact, Prefix, Similar };
    Kind kind = Kind::Exact;
    std::string word;
    std::size_t distance = 0; // of Similar: in characters that were changed, added, lost, swapped
};

// Words that follow each other, often one.
struct WantedWords {
    std::vector<WantedWord> words;
    std::optional<std::uint32_t> property; // its number; everywhere when empty
};

enum class Occurrence { Should, Must, MustNot };
struct WantedClause;

// Moved only, and told how where a clause is a whole type.
struct WantedClauses {
    WantedClauses();
    WantedClauses(WantedClauses&&) noexcept;
    WantedClauses& operator=(WantedClauses&&) noexcept;
    ~WantedClauses();

    std::vector<WantedClause> clauses;
};

struct TextQuery {
    std::variant<WantedWords, WantedClauses> form;
    double weight = 1;
};

struct WantedClause {
    Occurrence occurrence = Occurrence::Should;
    TextQuery query;
};

// Throws Argument, which says what is wrong where, for a text that is no query. `properties` are
// the names that may stand before a colon.
TextQuery parse_text_query(std::string_view text, const std::vector<std::string>& properties);

} // namespace lintas
