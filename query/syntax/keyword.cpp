#include "query/syntax/keyword.h"

#include "query/syntax/upper_case.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace lintas::query::syntax {

namespace {

// In the order of the enumerators after Keyword::Unknown.
constexpr auto names = std::to_array<std::string_view>({
    "ACYCLIC",
    "ALL",
    "ALLSHORTESTPATHS",
    "AND",
    "ANY",
    "AS",
    "ASC",
    "ASCENDING",
    "BINDING",
    "BINDINGS",
    "BREAK",
    "BY",
    "CALL",
    "CASE",
    "COLLECT",
    "CONCURRENT",
    "CONSTRAINT",
    "CONSTRAINTS",
    "CONTAINS",
    "CONTINUE",
    "COUNT",
    "CREATE",
    "CSV",
    "DATABASE",
    "DATABASES",
    "DELETE",
    "DESC",
    "DESCENDING",
    "DETACH",
    "DIFFERENT",
    "DISTINCT",
    "DROP",
    "EACH",
    "ELEMENT",
    "ELEMENTS",
    "ELSE",
    "END",
    "ENDS",
    "ERROR",
    "EXISTS",
    "EXPLAIN",
    "FAIL",
    "FALSE",
    "FIELDTERMINATOR",
    "FILTER",
    "FINISH",
    "FOR",
    "FOREACH",
    "FROM",
    "FULLTEXT",
    "FUNCTION",
    "FUNCTIONS",
    "GROUP",
    "GROUPS",
    "HEADERS",
    "IF",
    "IN",
    "INDEX",
    "INDEXES",
    "INFINITY",
    "INSERT",
    "IS",
    "KEY",
    "LABELS",
    "LET",
    "LIMIT",
    "LOAD",
    "LOOKUP",
    "MATCH",
    "MERGE",
    "NAN",
    "NEXT",
    "NODE",
    "NODETACH",
    "NONE",
    "NOT",
    "NULL",
    "OF",
    "OFFSET",
    "ON",
    "OPTIONAL",
    "OPTIONS",
    "OR",
    "ORDER",
    "PATH",
    "PATHS",
    "POINT",
    "PROCEDURE",
    "PROCEDURES",
    "PROFILE",
    "RANGE",
    "REDUCE",
    "RELATIONSHIP",
    "RELATIONSHIPS",
    "REMOVE",
    "REPEATABLE",
    "REPORT",
    "REQUIRE",
    "RETURN",
    "ROW",
    "ROWS",
    "SET",
    "SETTING",
    "SETTINGS",
    "SHORTEST",
    "SHORTESTPATH",
    "SHOW",
    "SIMPLE",
    "SINGLE",
    "SKIP",
    "STARTS",
    "STATUS",
    "TEXT",
    "THEN",
    "TRAIL",
    "TRANSACTION",
    "TRANSACTIONS",
    "TRUE",
    "TYPE",
    "TYPED",
    "UNION",
    "UNIQUE",
    "UNWIND",
    "USE",
    "USING",
    "VECTOR",
    "WALK",
    "WHEN",
    "WHERE",
    "WITH",
    "XOR",
    "YIELD",
});

static_assert(std::ranges::is_sorted(names));
static_assert(names.size() == static_cast<std::size_t>(Keyword::Yield));

constexpr std::size_t longest = std::ranges::max(names, {}, &std::string_view::size).size();

} // namespace

Keyword find_keyword(std::string_view word) {
    if (word.size() > longest) return Keyword::Unknown;
    std::array<char, longest> buffer{};
    std::ranges::transform(word, buffer.begin(), upper_letter);
    const std::string_view upper{buffer.data(), word.size()};
    const auto* const found = std::ranges::lower_bound(names, upper);
    if (found == names.end() || *found != upper) return Keyword::Unknown;
    return static_cast<Keyword>(found - names.begin() + 1);
}

std::string_view name(Keyword keyword) {
    if (keyword == Keyword::Unknown) return "";
    return names[static_cast<std::size_t>(keyword) - 1];
}

std::span<const std::string_view> keyword_names() { return names; }

} // namespace lintas::query::syntax
