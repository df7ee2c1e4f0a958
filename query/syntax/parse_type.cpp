// Names of types behind IS ::, with their synonyms brought to one form.
#include "query/syntax/grammar.h"
#include "query/syntax/upper_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace lintas::query::syntax {

namespace {

struct TypeRow {
    std::string_view written;
    std::string_view name;
};

// Several words are joined by single blanks; the longest row that fits is taken.
constexpr auto types = std::to_array<TypeRow>({
    {"ANY", "ANY"},
    {"ANY EDGE", "RELATIONSHIP"},
    {"ANY MAP", "MAP"},
    {"ANY NODE", "NODE"},
    {"ANY PROPERTY VALUE", "PROPERTY VALUE"},
    {"ANY RELATIONSHIP", "RELATIONSHIP"},
    {"ANY VALUE", "ANY"},
    {"ANY VERTEX", "NODE"},
    {"BOOL", "BOOLEAN"},
    {"BOOLEAN", "BOOLEAN"},
    {"DATE", "DATE"},
    {"DURATION", "DURATION"},
    {"EDGE", "RELATIONSHIP"},
    {"FLOAT", "FLOAT"},
    {"INT", "INTEGER"},
    {"INTEGER", "INTEGER"},
    {"LOCAL DATETIME", "LOCAL DATETIME"},
    {"LOCAL TIME", "LOCAL TIME"},
    {"MAP", "MAP"},
    {"NODE", "NODE"},
    {"NOTHING", "NOTHING"},
    {"NULL", "NULL"},
    {"PATH", "PATH"},
    {"POINT", "POINT"},
    {"PROPERTY VALUE", "PROPERTY VALUE"},
    {"RELATIONSHIP", "RELATIONSHIP"},
    {"SIGNED INTEGER", "INTEGER"},
    {"STRING", "STRING"},
    {"TIME WITH TIME ZONE", "ZONED TIME"},
    {"TIME WITH TIMEZONE", "ZONED TIME"},
    {"TIME WITHOUT TIME ZONE", "LOCAL TIME"},
    {"TIME WITHOUT TIMEZONE", "LOCAL TIME"},
    {"TIMESTAMP WITH TIME ZONE", "ZONED DATETIME"},
    {"TIMESTAMP WITH TIMEZONE", "ZONED DATETIME"},
    {"TIMESTAMP WITHOUT TIME ZONE", "LOCAL DATETIME"},
    {"TIMESTAMP WITHOUT TIMEZONE", "LOCAL DATETIME"},
    {"VARCHAR", "STRING"},
    {"VERTEX", "NODE"},
    {"ZONED DATETIME", "ZONED DATETIME"},
    {"ZONED TIME", "ZONED TIME"},
});

constexpr std::size_t most_words = 4;

constexpr std::string_view expected_type = "a type such as `INTEGER`, `STRING` or `LIST<FLOAT>`";

} // namespace

// T1 | T2 | ...
std::string Grammar::type_name() {
    const Nested nested{*this};
    auto result = single_type();
    while (cursor_.at(TokenKind::Bar) && cursor_.position() != bar_) {
        cursor_.advance();
        result += " | " + single_type();
    }
    return result;
}

// A type, LIST<T> or T LIST, each with NOT NULL where null does not belong to it.
std::string Grammar::single_type() {
    std::string result;
    const auto word = upper_case(cursor_.text(cursor_.token()));
    const bool is_list = word == "LIST" || word == "ARRAY";
    const bool is_union = word == "ANY" && cursor_.token(1).kind == TokenKind::Less;
    if (is_list || is_union) {
        cursor_.advance();
        cursor_.expect(TokenKind::Less, "`<`");
        const auto inner = type_name();
        cursor_.expect(TokenKind::Greater, "`>`");
        result = is_list ? fmt::format("LIST<{}>", inner) : inner;
    } else {
        result = plain_type();
    }
    if (cursor_.accept(Keyword::Not, Keyword::Null)) result += " NOT NULL";
    return result;
}

std::string Grammar::plain_type() {
    std::string written;
    const TypeRow* found = nullptr;
    std::size_t taken = 0;
    for (std::size_t words = 1; words <= most_words; ++words) {
        const auto& token = cursor_.token(words - 1);
        if (token.kind != TokenKind::Name) break;
        written += (words > 1 ? " " : "") + upper_case(cursor_.text(token));
        const auto* const row = std::ranges::find(types, written, &TypeRow::written);
        if (row == types.end()) continue;
        found = row;
        taken = words;
    }
    if (found == nullptr) cursor_.fail(expected_type);
    for (; taken > 0; --taken) cursor_.advance();
    return std::string{found->name};
}

} // namespace lintas::query::syntax
