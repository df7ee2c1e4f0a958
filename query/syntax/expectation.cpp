#include "query/syntax/expectation.h"

#include "graph/expect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace lintas::query::syntax {

namespace {

constexpr auto operators = std::to_array<Keyword>({
    Keyword::And,
    Keyword::Contains,
    Keyword::Ends,
    Keyword::In,
    Keyword::Is,
    Keyword::Not,
    Keyword::Or,
    Keyword::Starts,
    Keyword::Xor,
});

// The words worth naming, in the order of a query. The others are synonyms or seldom meant.
struct Row {
    Keyword keyword;
    std::string_view text;
};

constexpr auto rows = std::to_array<Row>({
    {Keyword::As, "`AS`"},
    {Keyword::Yield, "`YIELD`"},
    {Keyword::Where, "`WHERE`"},
    {Keyword::Order, "`ORDER BY`"},
    {Keyword::Asc, "`ASC`"},
    {Keyword::Desc, "`DESC`"},
    {Keyword::Skip, "`SKIP`"},
    {Keyword::Limit, "`LIMIT`"},
    {Keyword::On, "`ON`"},
    {Keyword::Options, "`OPTIONS`"},
    {Keyword::Match, "a clause such as `MATCH` or `RETURN`"},
    {Keyword::Union, "`UNION`"},
    {Keyword::Next, "`NEXT`"},
});

bool contains(std::span<const Keyword> keywords, Keyword keyword) {
    return std::ranges::find(keywords, keyword) != keywords.end();
}

} // namespace

std::string expectation(std::span<const Keyword> tried, bool comma, std::string_view last) {
    std::vector<std::string_view> parts;
    const bool has_operator =
        std::ranges::any_of(operators, [&](Keyword keyword) { return contains(tried, keyword); });
    if (has_operator) parts.emplace_back("an operator");
    if (comma) parts.emplace_back("`,`");
    for (const auto& [keyword, text] : rows) {
        if (contains(tried, keyword)) parts.push_back(text);
    }
    expect(!parts.empty() || !last.empty(), "something is always expected");
    if (!last.empty()) parts.push_back(last);
    const auto end = parts.back();
    parts.pop_back();
    return parts.empty() ? std::string{end} : fmt::format("{} or {}", fmt::join(parts, ", "), end);
}

} // namespace lintas::query::syntax
